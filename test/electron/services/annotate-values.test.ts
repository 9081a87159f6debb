import { describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ValuesInput } from '#shared/domain/attribute';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { createAnnotation, updateAnnotation } from '../../../electron/services/annotate.ts';
import { addAttribute, updateAttribute } from '../../../electron/services/codebook-attributes.ts';
import { updateLabel } from '../../../electron/services/codebook.ts';
import { listMisfits } from '../../../electron/corpus/repositories/misfit-repository.ts';
import { undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { NewAttribute } from '#shared/domain/attribute';
import { codeOf } from '../../helpers/code-of.ts';
import { addTestEntity } from '../../helpers/entity.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const at = (words: string) => ({
  start: SAMPLE_TEXT.indexOf(words),
  end: SAMPLE_TEXT.indexOf(words) + words.length,
});
const WORDS = at('said Mayor Ann Dell');

async function createClaim(attributes: ValuesInput = {}) {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const claim = createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans: [WORDS], attributes });
  return { made, article, claim };
}
const set = (made: TestCorpus, { uid }: Annotation, attributes: ValuesInput) =>
  updateAnnotation(made.corpus, made.sara, uid, { attributes });
const list = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, { offset: 0, limit: 100 }).annotations;

describe('values of a claim', () => {
  test('are taken by type and read back as they were meant', async () => {
    const { made, article, claim } = await createClaim();
    const entity = addTestEntity(made, 'actor', 'Ann Dell');
    const words = at('Mayor Ann Dell');
    const changed = set(made, claim, {
      attribution: [{ who: 'ann dell', words: `${words.start}-${words.end}` }, { who: 'Unnamed' }],
      voice: 'QUOTED',
      figures: { what: 'ferries', unit: 'other', min: '1', max: 2.5 },
      'event date': '2019-01',
      verdict: 'cannot be checked',
    });
    expect(changed.attributes).toEqual({
      attribution: [
        {
          who: { entity, name: 'Ann Dell' },
          words: { article, ...words, quote: 'Mayor Ann Dell' },
        },
        { who: 'unnamed' },
      ],
      voice: 'quoted',
      figures: [{ what: 'ferries', unit: 'other', min: 1, max: 2.5 }],
      'event date': '2019-01',
      verdict: 'cannot be checked',
    });
    expect(list(made)).toEqual([changed]);
  });

  test('that are not given stay, null takes one away, and a change is one step', async () => {
    const { made, claim } = await createClaim({ voice: 'quoted', verdict: 'confirmed' });
    set(made, claim, { voice: null, 'event date': '2019' });
    expect(list(made)[0]!.attributes).toEqual({ 'event date': '2019', verdict: 'confirmed' });
    undo(made.corpus, made.sara, false);
    expect(list(made)[0]!.attributes).toEqual({ voice: 'quoted', verdict: 'confirmed' });
  });

  test('that are what they were make no step', async () => {
    const { made, claim } = await createClaim({ voice: 'quoted', figures: [{ min: 1 }, {}, { min: 2 }] });
    const count = () => made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
    const before = count();
    set(made, claim, list(made)[0]!.attributes);
    expect(count()).toBe(before);
  });

  test.each<[string, ValuesInput, string]>([
    ['of no attribute', { colour: 'red' }, 'attribute-unknown'],
    ['of no field', { figures: [{ minimum: 4 }] }, 'attribute-unknown'],
    ['that is no number', { figures: [{ min: 'many' }] }, 'value-not-understood'],
    ['that is no option', { verdict: 'maybe' }, 'value-not-understood'],
    ['that is no date', { 'event date': '2019-02-30' }, 'value-not-understood'],
    ['where one is taken and two are given', { verdict: ['confirmed', 'refuted'] }, 'value-not-understood'],
    ['of fields where a group is not', { voice: { a: 1 } }, 'value-not-understood'],
    ['of nobody known', { place: 'Atlantis' }, 'entity-unknown'],
    ['past the end of the text', { evidence: { span: '0-99999' } }, 'span-past-end'],
    [
      'inside a character',
      { evidence: { span: '0-' + String(SAMPLE_TEXT.indexOf('👩‍👩‍👧‍👦') + 2) } },
      'span-splits-character',
    ],
    ['of an article that is not there', { evidence: { span: 'ffffffff:0-3' } }, 'article-unknown'],
    [
      'with words that do not stand there',
      { evidence: { span: { start: 0, end: 3, quote: 'x' } } },
      'value-not-understood',
    ],
  ])('%s are refused and nothing is changed', async (_, attributes, code) => {
    const { made, claim } = await createClaim({ voice: 'quoted' });
    expect(codeOf(() => set(made, claim, { verdict: 'confirmed', ...attributes }))).toBe(code);
    expect(list(made)).toEqual([claim]);
  });

  test('may be words of another article, and verify holds their quote too', async () => {
    const { made, claim } = await createClaim();
    const other = await made.importText('Another text about the ferry.\n', 'other.txt');
    const { attributes } = set(made, claim, { evidence: [{ span: `${other.slice(0, 8)}:8-12`, note: 'see' }] });
    expect(attributes).toEqual({
      evidence: [{ span: { article: other, start: 8, end: 12, quote: 'text' }, note: 'see' }],
    });
    expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
    made.corpus.writer!.db.prepare(`UPDATE annotation_value SET quote = 'next' WHERE quote = 'text'`).run();
    const { problems } = await verifyCorpus(made.corpus, noJob);
    expect(problems.some((problem) => problem.includes(claim.uid) && problem.includes('“'))).toBe(true);
  });

  test('may name another entity than before, by uid', async () => {
    const { made, claim } = await createClaim();
    const [old, dam] = [addTestEntity(made, 'location', 'Old Dam'), addTestEntity(made, 'location', 'New Dam')];
    set(made, claim, { place: { entity: old } });
    expect(set(made, claim, { place: { entity: dam } }).attributes).toEqual({
      place: { entity: dam, name: 'New Dam' },
    });
  });

  test('that are chosen twice are chosen once, however they are typed', async () => {
    const { made, claim } = await createClaim();
    const options = ['grain', 'Fish, dried'].map((value) => ({ value, retired: false }));
    const attribute = NewAttribute.parse({ name: 'goods', type: 'choices', options });
    addAttribute(made.corpus, made.sara, { label: 'claim', attribute });
    expect(set(made, claim, { goods: 'grain, Grain' }).attributes).toEqual({ goods: ['grain'] });
    expect(set(made, claim, { goods: ['GRAIN', 'fish, dried', 'grain'] }).attributes).toEqual({
      goods: ['grain', 'Fish, dried'],
    });
  });

  test('that a codebook requires are listed to be filled and keep nobody from tagging', async () => {
    const { made, article } = await createClaim();
    for (const attribute of ['verdict', 'figures', 'figures.unit'])
      updateAttribute(made.corpus, made.sara, { label: 'claim', attribute, changes: { isRequired: true } });
    const claim = createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans: [WORDS] });
    expect(claim.toFill).toEqual(['figures', 'verdict']);
    expect(set(made, claim, { verdict: 'refuted', figures: [{ unit: 'killed' }, { min: 3 }] }).toFill).toEqual([
      'figures.1.unit',
    ]);
  });
});

describe('what no longer fits', () => {
  const misfits = ({ corpus }: TestCorpus) =>
    listMisfits(corpus.read, 100).misfits.map(({ attribute, value, why }) => [attribute, value, why]);

  test('is kept and listed: retired options and attributes, other types, lists that are none any more', async () => {
    const { made, claim } = await createClaim({
      verdict: 'refuted',
      voice: 'quoted',
      figures: [{ what: 'men', min: 3 }],
    });
    const add = (attribute: NewAttribute) => addAttribute(made.corpus, made.sara, { label: 'claim', attribute });
    add(NewAttribute.parse({ name: 'tags', type: 'text', isList: true }));
    set(made, claim, { tags: ['a', 'b'] });
    const before = list(made)[0]!.attributes;
    const change = (attribute: string, changes: object) =>
      updateAttribute(made.corpus, made.sara, { label: 'claim', attribute, changes });
    change('verdict', {
      options: [
        { value: 'confirmed', retired: false },
        { value: 'refuted', retired: true },
      ],
    });
    change('voice', { retired: true });
    change('attribution', { retired: true });
    change('figures.what', { type: 'number' });
    change('tags', { isList: false });
    expect(list(made)[0]!.attributes).toEqual(before);
    expect(misfits(made)).toEqual([
      ['voice', 'quoted', 'attribute-retired'],
      ['figures.what', 'men', 'other-type'],
      ['verdict', 'refuted', 'option-retired'],
      ['tags', 'a', 'several'],
      ['tags', 'b', 'several'],
    ]);
    // what stands there may stay when something beside it is changed
    expect(set(made, claim, { figures: [{ what: 'men', min: 4 }], tags: ['a', 'b'] }).attributes).toMatchObject({
      figures: [{ what: 'men', min: 4 }],
    });
    expect(codeOf(() => set(made, claim, { voice: 'paraphrased' }))).toBe('attribute-retired');
    expect(codeOf(() => set(made, claim, { attribution: [{ who: 'unnamed' }] }))).toBe('attribute-retired');
    expect(codeOf(() => set(made, claim, { figures: [{ what: 'women' }] }))).toBe('value-not-understood');
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });

  test('goes along to another label where it has the same name and type there, is kept else, and comes back', async () => {
    const { made, claim } = await createClaim({
      verdict: 'refuted',
      figures: [{ min: 3, what: 'men' }],
      'event date': '2019',
    });
    const actor = { label: 'actor' };
    for (const attribute of [
      { name: 'Verdict', type: 'choice' },
      { name: 'event date', type: 'date', isList: true }, // of a list no single one is made
      { name: 'figures', type: 'group', isList: true, fields: [{ name: 'min', type: 'number' }] },
    ])
      addAttribute(made.corpus, made.sara, { ...actor, attribute: NewAttribute.parse(attribute) });
    const relabelled = updateAnnotation(made.corpus, made.sara, claim.uid, actor);
    expect(relabelled.attributes).toEqual({ Verdict: 'refuted', figures: [{ min: 3 }] });
    expect(relabelled.kept).toEqual({ 'claim: figures': [{ what: 'men' }], 'claim: event date': '2019' });
    expect(misfits(made)).toEqual([
      ['Verdict', 'refuted', 'option-retired'],
      ['claim: figures.what', 'men', 'other-label'],
      ['claim: event date', '2019', 'other-label'],
    ]);
    const back = updateAnnotation(made.corpus, made.sara, claim.uid, { label: 'claim' });
    expect(back.attributes).toMatchObject({ verdict: 'refuted' });
    expect(back.kept).toEqual({ 'actor: figures': [{ min: 3 }] });
  });
});

describe('the entity of a mention', () => {
  test('is linked by rule where its words are a known name, and anew where they change', async () => {
    const { made, article } = await createClaim();
    const council = addTestEntity(made, 'actor', 'council of Morrow');
    const dell = addTestEntity(made, 'actor', 'Ann Dell');
    const tagged = createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans: [at('Ann Dell')] });
    expect(tagged).toMatchObject({ entity: 'Ann Dell', entityUid: dell, entityLink: 'rule' });
    const moved = updateAnnotation(made.corpus, made.sara, tagged.uid, { spans: [at('council of Morrow')] });
    expect(moved).toMatchObject({ entityUid: council, entityLink: 'rule' });
  });

  test('is whom a person said, also where the words change, and nobody where a person said so', async () => {
    const { made, article } = await createClaim();
    addTestEntity(made, 'actor', 'council of Morrow');
    const dell = addTestEntity(made, 'actor', 'Ann Dell');
    const spans = [at('council of Morrow')];
    const tagged = createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans, entity: 'Ann Dell' });
    expect(tagged).toMatchObject({ entityUid: dell, entityLink: 'person' });
    const moved = updateAnnotation(made.corpus, made.sara, tagged.uid, { spans: [at('Mayor')] });
    expect(moved).toMatchObject({ entityUid: dell, entityLink: 'person' });
    expect(updateAnnotation(made.corpus, made.sara, tagged.uid, { entity: null })).toMatchObject({
      entity: null,
      entityUid: null,
      entityLink: null,
    });
  });

  test('stays nobody where a person said so, although its words are a known name, when something else changes', async () => {
    const { made, article } = await createClaim();
    addTestEntity(made, 'actor', 'Ann Dell');
    const spans = [at('Ann Dell')];
    const { uid } = createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans, entity: null });
    expect(updateAnnotation(made.corpus, made.sara, uid, { note: 'not she', label: 'actor' }).entity).toBeNull();
    expect(set(made, { uid } as Annotation, { 'loaded term': true }).entity).toBeNull();
  });

  test('has to be of the label of the mention, and is given up under another label', async () => {
    const { made, article, claim } = await createClaim();
    addTestEntity(made, 'actor', 'Ann Dell');
    const change = () => updateAnnotation(made.corpus, made.sara, claim.uid, { entity: 'Ann Dell' });
    expect(codeOf(change)).toBe('entity-unfit');
    const tagged = createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans: [at('Ann Dell')] });
    expect(updateAnnotation(made.corpus, made.sara, tagged.uid, { label: 'location' }).entityUid).toBeNull();
    updateLabel(made.corpus, made.sara, 'actor', { name: 'who' });
    expect(updateAnnotation(made.corpus, made.sara, tagged.uid, { label: 'who' }).entity).toBe('Ann Dell');
  });
});
