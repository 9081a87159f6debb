import { describe, expect, test } from 'vitest';
import { brat } from '../../../../electron/formats/brat/brat-format.ts';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { toFileSet } from '../../../helpers/formats/in-memory.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
const readOne = async (text: string, ann: string): Promise<FoundDocument> => {
  const [found] = await readFound(brat, toFiles({ 'a.txt': text, 'a.ann': ann }));
  if (!found || !('document' in found)) throw new Error('refused');
  return found.document;
};

test.each([
  ['in a folder of texts', ['ann/a.ann', 'txt/a.txt', 'other/a.txt'], 'txt/a.txt'],
  ['in the only other folder that has it', ['ann/a.ann', 'plain/a.txt'], 'plain/a.txt'],
  ['in the folder above', ['a.txt', 'ann/a.ann'], 'a.txt'],
  ['in one of two folders, either of which may be meant', ['ann/a.ann', 'one/a.txt', 'two/a.txt'], null],
  ['deeper, and not beside its folder', ['ann/a.ann', 'x/y/a.txt'], null],
])('a text is found %s', async (_, names, text) => {
  const files = toFiles(
    Object.fromEntries(names.map((name) => [name, name.endsWith('.ann') ? 'T1\tX 0 1\ta\n' : 'a b'])),
  );
  const [found] = await readFound(brat, files);
  expect(found).toMatchObject(
    text === null
      ? { refused: { file: 'ann/a.ann', line: null } }
      : { document: { name: 'a', file: 'ann/a.ann', textFile: text, text: 'a b', annotations: [{ id: 'T1' }] } },
  );
  expect(brat.reader!.recognises(toFileSet(files))).toBe(text !== null);
});

test.each([
  ['with line ends that counted twice', 'Ann\nBob\nBob', 10, 'Ann\r\nBob\r\nBob'],
  ['with line ends that counted once', 'Ann\r\nBob\r\nBob', 8, 'Ann\nBob\nBob'],
  ['with a mark that did not count', '\uFEFFAnn\nBob\nBob', 8, 'Ann\nBob\nBob'],
  ['as it lies there', 'Ann\r\nBob\r\nBob', 10, 'Ann\r\nBob\r\nBob'],
])('a text is taken as its offsets count it: %s', async (_, text, start, taken) => {
  const document = await readOne(text, `T1\tX ${start} ${start + 3}\tBob\n`);
  expect(document.text).toBe(taken);
  expect(survey(brat, [{ document }])).toEqual(['a.ann: 1 of 1, 1 of 1 codepoint']);
});

test('a part of nothing is no part', async () => {
  const { annotations } = await readOne('Ann Bob', 'T1\tX 0 3;5 5\tAnn \nT2\tX 4 4\t\n');
  expect(annotations.map(({ spans }) => spans.map(({ start, end }) => [start, end]))).toEqual([[[0, 3]], [[4, 4]]]);
});

test('an event is the tag of its trigger and a relation for each role, and is listed', async () => {
  const document = await readOne(
    'Ann sold Bob a boat',
    'T1\tPerson 0 3\tAnn\nT2\tSell 4 8\tsold\nE1\tSell:T2 Who:T1 What:T4 What2:T3\nT3\tPerson 9 12\tBob\nT4\tThing 15 19\tboat\n#1\tAnnotatorNotes E1\twhen?\nA1\tSure E1 High\n',
  );
  expect(document.relations.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['Who', 'T2', 'T1'],
    ['What', 'T2', 'T4'],
    ['What', 'T2', 'T3'],
  ]);
  expect(document.annotations[1]).toMatchObject({ label: 'Sell', note: 'when?', attributes: { Sure: 'High' } });
  expect(document.left).toEqual([
    expect.objectContaining({ place: 'line 3', quote: 'E1\tSell:T2 Who:T1 What:T4 What2:T3' }),
  ]);
});

test('equivalence is a relation from the first to each other', async () => {
  const { relations } = await readOne('a b c', 'T1\tX 0 1\ta\nT2\tX 2 3\tb\nT3\tX 4 5\tc\n*\tEquiv T1 T2 T3\n');
  expect(relations.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['Equiv', 'T1', 'T2'],
    ['Equiv', 'T1', 'T3'],
  ]);
});

test('a reference is an entity with an id that others know it by', async () => {
  const { annotations } = await readOne('Ann', 'T1\tX 0 3\tAnn\nN1\tReference T1 Wikidata:Q7\tAnn Dell\n');
  expect(annotations[0]!.entity).toEqual({ name: 'Ann Dell', uid: null, refs: [{ scheme: 'Wikidata', value: 'Q7' }] });
});

test('what brat could not read is listed with its line, and so is what stands about nothing', async () => {
  const { annotations, left } = await readOne(
    'Ann Bob',
    [
      'T1\tX 0 3\tAnn',
      'T1\tX 4 7\tBob',
      'T2 X 4 7 Bob',
      'R1\tR Arg1:T1 Arg1:T1',
      'R2\tR Arg1:T1 Arg2:T9',
      '#1\tAnnotatorNotes T9\tx',
      'M1\tMaybe T1',
      'A2\tMaybe T1 no',
    ].join('\n'),
  );
  expect(annotations.map(({ id, attributes }) => [id, attributes])).toEqual([['T1', { Maybe: 'true' }]]);
  expect(left.map(({ place }) => place).sort()).toEqual(['line 2', 'line 3', 'line 4', 'line 5', 'line 6', 'line 8']);
});

test('a file in which nothing can be read is refused with its first line, and one without a text is', async () => {
  expect(await readFound(brat, toFiles({ 'a.txt': 'x', 'a.ann': '\n<xml/>\n', 'b.ann': 'T1\tX 0 1\tx\n' }))).toEqual([
    { refused: { file: 'a.ann', line: 2, reason: 'No line of it is in the standoff format of brat.' } },
    {
      refused: {
        file: 'b.ann',
        line: null,
        reason: expect.stringMatching(/^There is no text \(\.txt\) of the same name/u),
      },
    },
  ]);
});

test('offsets are read as what agrees with the words: code points, or UTF-16 as INCEpTION counts', async () => {
  const text = '👍 Ann and 𝔘 met Bob';
  const inCodePoints = await readOne(text, 'T1\tX 2 5\tAnn\nT2\tX 16 19\tBob\n');
  const inUtf16 = await readOne(text, 'T1\tX 3 6\tAnn\nT2\tX 18 21\tBob\n');
  expect(survey(brat, [{ document: inCodePoints }, { document: inUtf16 }])).toEqual([
    'a.ann: 2 of 2, 2 of 2 codepoint',
    'a.ann: 2 of 2, 2 of 2 utf16',
  ]);
});

test('words of fragments are read with a blank between them, or as older files have them, without', async () => {
  const document = await readOne('New 👍 York', 'T1\tX 0 3;6 10\tNew York\nT2\tX 0 3;6 10\tNewYork\n');
  expect(survey(brat, [{ document }])).toEqual(['a.ann: 2 of 2, 2 of 2 codepoint']);
});

test('a text that begins with a byte order mark counts it', async () => {
  const document = await readOne('\uFEFFAnn', 'T1\tX 1 4\tAnn\n');
  expect(survey(brat, [{ document }])).toEqual(['a.ann: 1 of 1, 1 of 1 codepoint']);
});

test('parts of the older tasks are read together', async () => {
  const found = await readFound(
    brat,
    toFiles({ 'a.txt': 'Ann met', 'a.a1': 'T1\tX 0 3\tAnn\n', 'a.a2': 'T2\tMeet 4 7\tmet\nE1\tMeet:T2 Who:T1\n' }),
  );
  expect(survey(brat, found)).toEqual(['a.a1: 2 of 2, 2 of 2 codepoint; 1 relations; 1 left']);
});

const samples = readSamples('brat');
describe.skipIf(!samples)('files that others made', async () => {
  const found = samples ? await readFound(brat, samples) : [];

  test('agree with their texts, each span', () => {
    const lines = survey(brat, found);
    expect(lines.filter((line) => !line.includes('.ann: There is no text'))).toHaveLength(32);
    for (const line of lines) {
      const match = /: (\d+) of (\d+), (\d+) of (\d+) codepoint/u.exec(line);
      if (match) expect(new Set(match.slice(1))).toHaveProperty('size', 1);
      else expect(line).toMatch(/^dkpro\/\S+-ref\S*\.ann: There is no text/u);
    }
  });

  test('hold events, a reference and fragments', () => {
    const documents = found.flatMap((each) => ('document' in each ? [each.document] : []));
    const count = (of: (document: FoundDocument) => number) =>
      documents.reduce((sum, document) => sum + of(document), 0);
    expect({
      annotations: count(({ annotations }) => annotations.length),
      relations: count(({ relations }) => relations.length),
      events: count(({ left }) => left.length),
      entities: count(({ annotations }) => annotations.filter(({ entity }) => entity).length),
      parted: count(({ annotations }) => annotations.filter(({ spans }) => spans.length > 1).length),
    }).toEqual({ annotations: 727, relations: 96, events: 57, entities: 1, parted: 2 });
  });
});
