import { describe, expect, test } from 'vitest';
import { NewAttribute } from '#shared/domain/attribute';
import type { CodebookFile } from '#shared/domain/codebook-file';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { addAttribute, updateAttribute } from '../../../electron/services/codebook-attributes.ts';
import { exportCodebook } from '../../../electron/services/codebook-file.ts';
import { importCodebook } from '../../../electron/services/codebook-import.ts';
import { addLabel, updateLabel } from '../../../electron/services/codebook.ts';
import { undo } from '../../../electron/services/undo.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, type TestCorpus } from '../../helpers/corpus.ts';

const take = (made: TestCorpus, text: string, dryRun = false) =>
  importCodebook(made.corpus, made.sara, { text, dryRun });
const get = ({ corpus }: TestCorpus) => getCodebook(corpus.read);
const write = ({ corpus }: TestCorpus) => exportCodebook(corpus.read).text;
const edit = (text: string, change: (file: CodebookFile) => void) => {
  const file = JSON.parse(text) as CodebookFile;
  change(file);
  return JSON.stringify(file);
};

/** A codebook with what a team changes: labels, attributes of all types, examples, exclusions. */
function createTeam(seed: number): TestCorpus {
  const made = createTestCorpus({ seed });
  addLabel(made.corpus, made.sara, {
    name: 'weapon',
    key: 'W',
    guideline: 'What is used to hurt.',
    excludes: 'all',
    examples: [{ quote: 'a gun', remark: 'not “armed”', fits: true }],
    entityKinds: ['rifle'],
  });
  for (const type of ['text', 'number', 'date', 'choice', 'choices', 'yes-no', 'entity', 'span'] as const) {
    const attribute = NewAttribute.parse({
      name: `${type} here`,
      type,
      isList: type === 'text',
      options: [{ value: 'a' }],
    });
    addAttribute(made.corpus, made.sara, { label: 'weapon', attribute });
  }
  updateAttribute(made.corpus, made.sara, { label: 'claim', attribute: 'figures.what', changes: { retired: true } });
  updateLabel(made.corpus, made.sara, 'location', { retired: true, colour: 'label-7' });
  return made;
}

test('to import what was exported changes nothing', () => {
  const made = createTeam(1);
  const steps = () => made.corpus.read.prepare('SELECT count(*) FROM step').pluck().get();
  const before = steps();
  const report = take(made, write(made));
  expect(report).toMatchObject({ added: [], changed: [], left: [], onlyHere: [] });
  expect(report.same).toBeGreaterThan(30);
  expect(steps()).toBe(before);
});

test('another corpus gets the same codebook, to the byte, and one undo takes it back', () => {
  const made = createTestCorpus({ seed: 2 });
  const before = get(made);
  const text = write(createTeam(1));
  const report = take(made, text);
  expect(report.added).toContain('weapon.choices here');
  expect(report.changed).toContainEqual({ what: 'location', fields: ['colour', 'retired'] });
  expect(write(made)).toBe(text);
  undo(made.corpus, made.sara, false);
  expect(get(made)).toEqual(before);
});

test('to look first says the same and keeps nothing', () => {
  const made = createTestCorpus({ seed: 2 });
  const before = get(made);
  const text = write(createTeam(1));
  const looked = take(made, text, true);
  expect(get(made)).toEqual(before);
  expect(getCodebook(made.corpus.writer!.db)).toEqual(before);
  expect(take(made, text)).toEqual(looked);
});

describe('a codebook from elsewhere', () => {
  test('is merged by name; what only this corpus has stays and is named', () => {
    const made = createTeam(1);
    addLabel(made.corpus, made.sara, { name: 'event', excludes: ['weapon'] });
    const text = JSON.stringify({
      galley: 'codebook',
      format: 1,
      labels: [{ name: 'WEAPON', key: 'A', guideline: 'Arms.', attributes: [{ name: 'calibre', type: 'number' }] }],
    });
    const report = take(made, text);
    expect(report.added).toEqual(['WEAPON.calibre']);
    expect(report.changed).toContainEqual({ what: 'WEAPON', fields: expect.arrayContaining(['name', 'guideline']) });
    expect(report.left).toEqual([{ what: 'WEAPON', why: 'the key A belongs to actor here' }]);
    expect(report.onlyHere).toEqual(expect.arrayContaining(['event', 'claim', 'WEAPON.text here', 'about']));
    const label = get(made).labels.find(({ name }) => name === 'WEAPON')!;
    expect(label).toMatchObject({ key: 'W', guideline: 'Arms.' });
    expect(label.excludes).toEqual(['actor', 'claim', 'event', 'location']); // the file knows none of them
  });

  test('leaves what would not fit: a group for a value, a name that another has', () => {
    const made = createTestCorpus();
    const text = edit(write(made), ({ labels: [, , claim] }) => {
      claim!.attributes[1]!.type = 'group';
      claim!.attributes[5]!.name = 'place';
    });
    const { changed, left } = take(made, text);
    expect(changed).toEqual([]);
    expect(left.map(({ what }) => what)).toEqual(['claim.voice', 'claim.place']);
  });

  test.each<[string, string, string]>([
    ['no JSON', '{"galley":', 'codebook-file-unreadable'],
    ['nothing', 'null', 'codebook-file-unreadable'],
    ['something else', '[1, 2]', 'codebook-file-unreadable'],
    ['a newer one', '{"galley":"codebook","format":2}', 'codebook-file-newer'],
    ['a label without a name', '{"galley":"codebook","format":1,"labels":[{}]}', 'codebook-file-unreadable'],
  ])('is refused where it is %s', (_, text, code) => {
    expect(codeOf(() => take(createTestCorpus(), text))).toBe(code);
  });
});
