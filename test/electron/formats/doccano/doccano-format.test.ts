import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OffsetUnit } from '#shared/domain/dataset';
import { doccano } from '../../../../electron/formats/doccano/doccano-format.ts';
import { toDataset, toFileSet, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (text: string) => new Map([['a.jsonl', Buffer.from(text)]]);
const linesOf = async (...articles: Parameters<typeof toDataset>) => {
  const files = await writeInMemory(doccano, toDataset(...articles));
  return Buffer.from(files.get('all.jsonl')!).toString().trim().split('\n');
};

test.each<OffsetUnit>(['utf16', 'codepoint', 'grapheme'])(
  'by %s: what is written comes back, but for what was declared',
  async (unit) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) =>
        expectRoundTrip(doccano, articles, { options: { unit } }),
      ),
      { numRuns: 20 },
    );
  },
);

test('offsets count what is asked for', async () => {
  const article = plainArticle('👍🏽 Ann', ['actor', 5, 8]);
  const tags = async (unit: OffsetUnit) => {
    const [line] = await linesOf([article], { options: { unit } });
    return (JSON.parse(line!) as { label: unknown }).label;
  };
  expect([await tags('utf16'), await tags('codepoint'), await tags('grapheme')]).toEqual([
    [[5, 8, 'actor']],
    [[3, 6, 'actor']],
    [[2, 5, 'actor']],
  ]);
});

test('columns of any name are known by what stands in them, and what else is said of a tag is kept', async () => {
  const lines = [
    {
      id: 1,
      note: 'x',
      report: 'Ann met Bob',
      events: [{ label: 'meet', start_offset: 4, end_offset: 7, trigger: 'met' }],
    },
    { id: 2, note: 'a longer one than the report', report: 'Ann', events: [] },
  ];
  const files = new Map([['file.json1', Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))]]);
  expect(doccano.reader!.recognises(toFileSet(files))).toBe(true);
  expect(await readFound(doccano, files)).toMatchObject([
    {
      document: {
        text: 'Ann met Bob',
        meta: [{ key: 'note', value: 'x' }],
        annotations: [{ label: 'meet', attributes: { trigger: 'met' } }],
      },
    },
    { document: { text: 'Ann', annotations: [] } },
  ]);
  for (const other of [
    { name: 'Ann', labels: ['x'] },
    { name: 'Ann', entities: [[0, 9, 'x']] },
  ])
    expect(doccano.reader!.recognises(toFileSet(toFiles(`${JSON.stringify(other)}\n`)))).toBe(false);
});

test('a border that was moved, a text that was changed or a relation that leads elsewhere is found', async () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  const [from, to] = item.annotations.map(({ uid }) => uid as string);
  const relation = { kind: 'met', from: from!, to: to!, toArticle: item.article.uid, isSymmetric: false, note: '' };
  item.relations.push({ uid: 'r', annotator: 'Sara', state: 'unchecked', ...relation });
  const dataset = toDataset([item]);
  const [line] = await linesOf([item]);
  const recheck = async (from: string, to: string) => {
    expect(line).toContain(from);
    return (
      await doccano.recheck(toWritten(new Map([['all.jsonl', Buffer.from(`${line!.replace(from, to)}\n`)]])), dataset)
    ).mismatches;
  };
  expect(await recheck('"text"', '"text"')).toEqual([]);
  expect(await recheck('"end_offset":3', '"end_offset":4')).toEqual([`annotation ${from}`]);
  expect(await recheck('"end_offset":11', '"end_offset":12')).toEqual([`annotation ${to}`]);
  expect(await recheck('Ann met', 'Ann mat')).toEqual([`text of ${item.article.uid}`]);
  expect(await recheck('"from_id":0', '"from_id":1')).toEqual(['relation r']);
});

test('a tag that was moved in doccano has no uid any more, and the others keep theirs', async () => {
  const [line] = await linesOf([plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11])]);
  const [found] = await readFound(doccano, toFiles(line!.replace('[0,3,"actor"],', '[0,2,"actor"],')));
  expect(found).toMatchObject({
    document: { annotations: [{ uid: null }, { uid: '00000001-0000-7000-8000-000000000000' }] },
  });
});

test('columns and forms that people use are read, and what is no tag is listed', async () => {
  const found = await readFound(
    doccano,
    toFiles(
      `[{"sentence": "Ann met Bob", "labels": [{"start": 0, "end": 3, "label": "PER"}, [8, 11, "PER"], ["x"]], "Comments": ["good"], "meta": {"page": 4}},
        {"text": "Ann", "label": ["Positive"], "topic": "sea"}]`.replace(', ["x"]', ''),
    ),
  );
  expect(survey(doccano, found)).toEqual(['a.jsonl: 2 of 2, 0 of 0 utf16; 1 left', 'a.jsonl: 0 of 0, 0 of 0 utf16']);
  expect(found).toMatchObject([
    { document: { meta: [{ key: 'page', value: '4' }], left: [{ quote: 'good' }] } },
    {
      document: {
        meta: [
          { key: 'topic', value: 'sea' },
          { key: 'label', value: 'Positive' },
        ],
      },
    },
  ]);
});

test('a span without length or behind the text is listed, and a broken record refused while the others are read', async () => {
  const found = await readFound(
    doccano,
    toFiles(
      '{"text":"Ann","label":[[1,1,"a"],[0,9,"b"],[0,3,"c"]]}\n{"text":"Bob","label":[[0,\n{"text":"Cat","label":[[0,3,"c"]]}\n',
    ),
  );
  expect(survey(doccano, found)).toEqual([
    'a.jsonl: 1 of 3, 0 of 0 utf16; zero-length, outside',
    'a.jsonl:2: A bracket or quotation mark that is opened here is never closed.',
    'a.jsonl: 1 of 1, 0 of 0 utf16',
  ]);
});

test('files of others are not taken for doccano', () => {
  for (const text of [
    '{"text":"Ann","tokens":[],"spans":[{"start":0,"end":3,"label":"x"}]}',
    '{"text":"Ann","title":"x"}',
    'text,label',
  ])
    expect(doccano.reader!.recognises(toFileSet(toFiles(text)))).toBe(false);
});

const samples = readSamples('doccano');
describe.skipIf(!samples)('files that others made', () => {
  test('are read however they are laid out', async () => {
    expect(survey(doccano, await readFound(doccano, samples!))).toEqual([
      'export-examples/relation_extraction.pretty.jsonl: 4 of 4, 0 of 0 utf16; 3 relations',
      'export-examples/sequence_labeling.jsonl: 2 of 2, 0 of 0 utf16',
      'export-examples/sequence_labeling.jsonl: 1 of 1, 0 of 0 utf16',
      'export-examples/sequence_labeling.jsonl: 1 of 1, 0 of 0 utf16',
      'import-tests-relations/example.jsonl: 4 of 4, 0 of 0 utf16; 3 relations',
      'import-tests/example.jsonl: 1 of 1, 0 of 0 utf16',
      'import-tests/example.jsonl: 0 of 0, 0 of 0 utf16',
      'import-tests/example.jsonl:3: It has no text.',
      'import-tests/example_overlapping.jsonl: 2 of 2, 0 of 0 utf16',
    ]);
  });
});

test('spans as programs in Python write them count code points, and what is no span or has no ends is listed', async () => {
  const entities = [
    { id: 1, label: 'PER', start_offset: 5, end_offset: 8 },
    { id: 2, label: 'PER', start_offset: 'x', end_offset: 8 },
  ];
  const relations = [{ id: 1, from_id: 1, to_id: 7, type: 'met' }];
  const lines = [
    { text: '👍🏽 Ann', spans: [{ start: 3, end: 6, label: 'PER' }], labels: [{ start: 3, end: 6, label: 'PER' }] },
    { text: '👍🏽 Ann', entities, relations },
  ];
  const found = await readFound(doccano, toFiles(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  expect(found).toMatchObject([
    { document: { unit: 'codepoint', annotations: [{ spans: [{ start: 3, end: 6 }] }] } },
    {
      document: {
        unit: null,
        annotations: [{ id: '1' }],
        relations: [],
        left: [
          { quote: JSON.stringify(entities[1]), count: 1 },
          { quote: JSON.stringify(relations[0]), count: 1 },
        ],
      },
    },
  ]);
});

test('a tag that our own column does not know, one before the text, another unit or kind does not check out', async () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  const [from, to] = item.annotations.map(({ uid }) => uid as string);
  const relation = { kind: 'met', from: from!, to: to!, toArticle: item.article.uid, isSymmetric: false, note: '' };
  item.relations.push({ uid: 'r', annotator: 'Sara', state: 'unchecked', ...relation });
  const [line] = await linesOf([item]);
  const record = JSON.parse(line!) as { entities: { id: number; start_offset: number }[]; relations: object[] };
  type Changed = typeof record & { galley: { unit: string; annotations: unknown[][] } };
  const recheck = async (change: (record: Changed) => unknown) => {
    const changed = structuredClone(record) as Changed;
    change(changed);
    const files = new Map([['all.jsonl', Buffer.from(`${JSON.stringify(changed)}\n`)]]);
    return (await doccano.recheck(toWritten(files), toDataset([]))).mismatches.length;
  };
  expect(await recheck(() => null)).toBe(0);
  expect(await recheck(({ galley }) => (galley.unit = 'codepoint'))).toBe(1);
  expect(await recheck(({ entities }) => entities.pop())).toBeGreaterThan(0);
  expect(await recheck(({ relations }) => relations.pop())).toBeGreaterThan(0);
  expect(await recheck(({ relations }) => Object.assign(relations[0]!, { type: 'left' }))).toBe(1);
  const before = ({ entities, galley }: Changed) => {
    entities[0]!.start_offset = -1;
    galley.annotations[0]![1] = -1;
  };
  expect(await recheck(before)).toBe(1);
});
