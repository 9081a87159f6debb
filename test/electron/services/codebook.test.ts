import { describe, expect, test } from 'vitest';
import { NewAttribute } from '#shared/domain/attribute';
import { MOST_LABELS, type Codebook } from '#shared/domain/codebook';
import { getCodebook, listCodebookVersions } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { addAttribute, updateAttribute } from '../../../electron/services/codebook-attributes.ts';
import { addLabel, updateLabel } from '../../../electron/services/codebook.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const names = (codebook: Codebook) => codebook.labels.map(({ name }) => name);
const labelOf = (codebook: Codebook, name: string) => codebook.labels.find((label) => label.name === name)!;
const update = (made: TestCorpus, label: string, changes: Parameters<typeof updateLabel>[3]) =>
  updateLabel(made.corpus, made.sara, label, changes);
const steps = ({ corpus }: TestCorpus) => corpus.read.prepare('SELECT count(*) FROM step').pluck().get() as number;

describe('a new corpus', () => {
  test('has the built-in labels with their attributes, kinds of entities and kinds of relations', () => {
    const { labels, relationKinds } = getCodebook(createTestCorpus().corpus.read);
    expect(
      labels.map(({ name, attributes }) => [name, attributes.map((each) => `${each.name}: ${each.type}`)]),
    ).toEqual([
      ['actor', ['loaded term: yes-no']],
      ['location', ['uncertain: yes-no', 'contested name: yes-no']],
      [
        'claim',
        [
          'attribution: group',
          'voice: choice',
          'figures: group',
          'event date: date',
          'place: entity',
          'verdict: choice',
          'evidence: group',
        ],
      ],
    ]);
    const [attribution] = labels[2]!.attributes;
    expect(attribution!.fields.map(({ name, type }) => [name, type])).toEqual([
      ['who', 'entity'],
      ['words', 'span'],
      ['verb', 'span'],
    ]);
    expect(attribution!.fields[0]!.options.map(({ value }) => value)).toEqual(['the outlet', 'unnamed']);
    expect(labels.map(({ entityKinds }) => entityKinds.length)).toEqual([8, 7, 0]);
    expect(relationKinds.map(({ name, isSymmetric, sets }) => [name, isSymmetric, sets])).toEqual([
      ['attributed to', false, 'attribution'],
      ['about', false, null],
      ['located at', false, 'place'],
      ['contradicts', true, null],
      ['corroborates', true, null],
    ]);
  });

  test('has them under the same uids as every other', () => {
    const [one, other] = [1, 2].map((seed) => getCodebook(createTestCorpus({ seed }).corpus.read));
    expect(one).toEqual(other);
  });
});

describe('a label', () => {
  test('is renamed, styled, described and given examples as one step that undo takes back', () => {
    const made = createTestCorpus();
    const before = getCodebook(made.corpus.read);
    const count = steps(made);
    const changes = {
      name: 'who',
      key: 'W',
      colour: 'label-6',
      line: 'thin',
      guideline: 'Whoever acts.',
      examples: [{ quote: 'the army', remark: '', fits: true }],
      entityKinds: ['state'],
    } as const;
    const after = update(made, 'Actor', { ...changes, examples: [...changes.examples], entityKinds: ['state'] });
    expect(labelOf(after, 'who')).toMatchObject(changes);
    expect(labelOf(after, 'location').excludes).toEqual(['who']);
    expect(steps(made)).toBe(count + 1);
    undo(made.corpus, made.sara, false);
    expect(getCodebook(made.corpus.read)).toEqual(before);
    redo(made.corpus, made.sara, false);
    expect(getCodebook(made.corpus.read)).toEqual(after);
  });

  test('excludes others both ways, and no more where that is taken away', () => {
    const made = createTestCorpus();
    expect(labelOf(update(made, 'claim', { excludes: 'all' }), 'actor').excludes).toEqual(['claim', 'location']);
    const codebook = update(made, 'claim', { excludes: ['location'] });
    expect(codebook.labels.map(({ excludes }) => excludes)).toEqual([['location'], ['actor', 'claim'], ['location']]);
  });

  test('that is retired keeps its annotations and its key is free; it comes back once the key is free again', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const tagged = made.tag(article, 'actor', 0, 7);
    update(made, 'actor', { retired: true });
    expect(codeOf(() => made.tag(article, 'actor', 0, 7))).toBe('label-retired');
    expect(tagged.label).toBe('actor');
    addLabel(made.corpus, made.sara, { name: 'weapon', key: 'A' });
    expect(codeOf(() => update(made, 'actor', { retired: false }))).toBe('key-taken');
    expect(labelOf(update(made, 'actor', { retired: false, key: null }), 'actor')).toMatchObject({
      retired: false,
      key: null,
    });
  });

  test('is moved to another place', () => {
    const made = createTestCorpus();
    expect(names(update(made, 'claim', { position: 0 }))).toEqual(['claim', 'actor', 'location']);
    expect(names(update(made, 'claim', { position: 99 }))).toEqual(['actor', 'location', 'claim']);
  });

  test('keeps a look of its own however many there are, up to fifty', () => {
    const made = createTestCorpus();
    for (let n = 3; n < MOST_LABELS; n += 1) addLabel(made.corpus, made.sara, { name: `label ${n}` });
    const { labels } = getCodebook(made.corpus.read);
    expect(new Set(labels.map(({ colour, line }) => `${colour} ${line}`)).size).toBe(MOST_LABELS);
    expect(codeOf(() => addLabel(made.corpus, made.sara, { name: 'one more' }))).toBe('labels-full');
  });

  test.each([
    ['a name that another has', { name: 'LOCATION' }, 'label-exists'],
    ['a key that another has', { key: 'L' }, 'key-taken'],
    ['a key of a command', { key: 'J' }, 'key-taken'],
    ['a label that is not there', { excludes: ['weapon'] }, 'label-unknown'],
  ])('is not given %s', (_, changes, code) => {
    const made = createTestCorpus();
    const before = getCodebook(made.corpus.read);
    expect(codeOf(() => update(made, 'actor', changes))).toBe(code);
    expect(getCodebook(made.corpus.read)).toEqual(before);
  });
});

describe('an attribute', () => {
  const add = (made: TestCorpus, attribute: object, group?: string) =>
    addAttribute(made.corpus, made.sara, { label: 'claim', group, attribute: NewAttribute.parse(attribute) });
  const change = (made: TestCorpus, attribute: string, changes: object) =>
    updateAttribute(made.corpus, made.sara, { label: 'claim', attribute, changes });

  test('is added with its fields, and a field to a group; each is moved among its own', () => {
    const made = createTestCorpus();
    add(made, { name: 'sources', type: 'group', isList: true, fields: [{ name: 'name', type: 'text' }] });
    add(made, { name: 'role', type: 'choice', options: [{ value: 'witness' }] }, 'Sources');
    change(made, 'sources.role', { position: 0 });
    const { attributes } = labelOf(change(made, 'sources', { position: 0, isRequired: true }), 'claim');
    expect(attributes[0]).toMatchObject({ name: 'sources', isRequired: true, isList: true });
    expect(attributes[0]!.fields.map(({ name }) => name)).toEqual(['role', 'name']);
    expect(attributes).toHaveLength(8);
  });

  test('is renamed and given other options, and values follow it', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const { createAnnotation } = await import('../../../electron/services/annotate.ts');
    const spans = [{ start: 0, end: 7 }];
    const { uid } = createAnnotation(made.corpus, made.sara, {
      article,
      label: 'claim',
      spans,
      attributes: { verdict: 'confirmed' },
    });
    change(made, 'verdict', { name: 'truth' });
    const { getAnnotation } = await import('../../../electron/corpus/repositories/annotation-repository.ts');
    expect(getAnnotation(made.corpus.read, uid).attributes).toEqual({ truth: 'confirmed' });
  });

  test.each<[string, (made: TestCorpus) => unknown, string]>([
    ['a name that another has', (made) => add(made, { name: 'Verdict', type: 'text' }), 'attribute-exists'],
    ['a group that is none', (made) => add(made, { name: 'a', type: 'text' }, 'verdict'), 'attribute-group-stays'],
    ['a group within a group', (made) => add(made, { name: 'a', type: 'group' }, 'figures'), 'attribute-group-stays'],
    ['another type where it is a group', (made) => change(made, 'figures', { type: 'text' }), 'attribute-group-stays'],
    [
      'one item where it was a list of groups',
      (made) => change(made, 'figures', { isList: false }),
      'attribute-group-stays',
    ],
    ['a label that does not have it', (made) => change(made, 'figures.colour', {}), 'attribute-unknown'],
  ])('is not given %s', (_, act, code) => {
    const made = createTestCorpus();
    const before = getCodebook(made.corpus.read);
    expect(codeOf(() => act(made))).toBe(code);
    expect(getCodebook(made.corpus.read)).toEqual(before);
  });

  test.each(['a.b', 'a=b', '__proto__', ''])('cannot be called “%s”', (name) => {
    expect(NewAttribute.safeParse({ name, type: 'text' }).success).toBe(false);
  });
});

test('each state of the codebook is kept by its hash, with its attributes and relations', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 0, 7);
  const { version } = getCodebook(made.corpus.read);
  const now = updateAttribute(made.corpus, made.sara, {
    label: 'claim',
    attribute: 'verdict',
    changes: { isRequired: true },
  });
  expect(listCodebookVersions(made.corpus.read)).toMatchObject([
    { version: now.version, annotator: 'Sara', annotations: 0, isNow: true },
    { version, annotator: 'Sara', annotations: 1, isNow: false },
  ]);
  const content = made.corpus.read.prepare('SELECT content FROM codebook_version WHERE uid = ?').pluck().get(version);
  const kept = JSON.parse(content as string) as Codebook;
  expect(labelOf(kept, 'claim').attributes[0]!.name).toBe('attribution');
  expect(kept.relationKinds[0]!.name).toBe('attributed to');
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('a change that fails half way is not seen afterwards', () => {
  const made = createTestCorpus();
  const before = getCodebook(made.corpus.writer!.db);
  // the label is there before its exclusions are looked up
  expect(codeOf(() => addLabel(made.corpus, made.sara, { name: 'weapon', excludes: ['nothing'] }))).toBe(
    'label-unknown',
  );
  expect(getCodebook(made.corpus.writer!.db)).toEqual(before);
});
