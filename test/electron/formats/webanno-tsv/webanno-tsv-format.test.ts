import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { webannoTsv } from '../../../../electron/formats/webanno-tsv/webanno-tsv-format.ts';
import { adaptTokens, expectTokenLosses } from '../../../helpers/formats/adapt-tokens.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle, relatePlain } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';

const toName = (label: string) => label;
const adapt = adaptTokens(toName);

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(webannoTsv, articles, { adapt })),
    { numRuns: 60 },
  ));

/** Rows of the only article, cut to their first columns and those that say something. */
const rowsOf = async (item: DatasetArticle) => {
  const files = await writeInMemory(webannoTsv, toDataset([item]));
  return Buffer.from(files.get(`${item.article.uid}.tsv`)!)
    .toString()
    .split('\n');
};
const short = (row: string) => row.split('\t').slice(0, 4).join(' ');

test('a loss is named where something is lost, and only there', () =>
  fc.assert(
    fc.property(anyArticle(1), (item) => expectTokenLosses(webannoTsv, item, { toName, joins: false })),
    { numRuns: 60 },
  ));

test('a file begins as the format says, without a byte order mark, and each row ends with a tab', async () => {
  const rows = await rowsOf(plainArticle('Ann ran', ['actor', 0, 3]));
  expect(rows.slice(0, 6)).toEqual([
    '#FORMAT=WebAnno TSV 3.3',
    expect.stringMatching(
      /^#T_SP=webanno\.custom\.GalleyTag\|label\|entity\|entityId\|annotator\|state\|note\|kept\|uid(\|[A-Za-z0-9]+)+$/u,
    ),
    '#T_RL=webanno.custom.GalleyRelation|kind|annotator|state|note|uid|BT_webanno.custom.GalleyTag',
    '',
    '',
    '#Text=Ann ran',
  ]);
  expect(rows.slice(6, 8).map(short)).toEqual(['1-1 0-3 Ann actor[1]', '1-2 4-7 ran _']);
  for (const row of rows.slice(6, 8)) expect(row.endsWith('_\t')).toBe(true);
});

test('offsets count UTF-16, and white space between sentences is in the text beside them', async () => {
  const rows = await rowsOf(plainArticle('👍🏽 Ann ran.  \n\n\tBob\tsat.', ['actor', 5, 8]));
  expect(rows.slice(5)).toEqual([
    '#Text=👍🏽 Ann ran.',
    expect.stringContaining('1-1\t0-4\t👍🏽\t_\t'),
    expect.stringContaining('1-2\t5-8\tAnn\tactor[1]\t'),
    expect.stringContaining('1-3\t9-12\tran\t_\t'),
    expect.stringContaining('1-4\t12-13\t.\t_\t'),
    '',
    '#Text=Bob\\tsat.',
    expect.stringContaining('2-1\t18-21\tBob\t_\t'),
    expect.stringContaining('2-2\t22-25\tsat\t_\t'),
    expect.stringContaining('2-3\t25-26\t.\t_\t'),
    '',
  ]);
});

test('a sentence over two lines is said in two, and values have no sign that means something', async () => {
  const item = plainArticle('the\narmy left', ['actor', 0, 8]);
  item.annotations[0]!.note = '_ * [1] a|b; c->d \\ tab\t line\n';
  const rows = await rowsOf(item);
  expect(rows.slice(5, 7)).toEqual(['#Text=the', '#Text=army left']);
  expect(rows[7]).toContain('\t\\_ \\* \\[1\\] a\\|b\\; c\\->d \\\\ tab\\t line\\n[1]\t');
});

test('tags that stand over each other are stacked, each with its number, and a relation names both', async () => {
  const item = plainArticle('Ann of Rome', ['claim', 0, 11], ['actor', 0, 3], ['location', 7, 11]);
  const [, actor, location] = item.annotations;
  item.relations.push({
    uid: 'a relation',
    kind: 'part of',
    isSymmetric: false,
    from: actor!.uid,
    to: location!.uid,
    toArticle: item.article.uid,
    note: '',
    annotator: 'Sara',
    state: 'accepted',
  });
  const rows = (await rowsOf(item)).slice(6);
  expect(rows.map(short)).toEqual([
    '1-1 0-3 Ann claim[1]|actor[2]',
    '1-2 4-6 of claim[1]',
    '1-3 7-11 Rome claim[1]|location[3]',
    '',
  ]);
  expect(rows[2]!.endsWith('\tpart of\tSara\taccepted\t*\ta relation\t1-1[2_3]\t')).toBe(true);
});

test.each([
  ['an offset', '\t4-7\t', '\t4-8\t'],
  ['a word', '\tran\t', '\tsat\t'],
  ['a sentence', '#Text=Ann ran', '#Text=Ann sat'],
  ['the end of a relation', '1-1[1_2]', '1-1[3_2]'],
])('with %s that was changed it does not check out', async (_, from, to) => {
  const item = plainArticle('Ann ran', ['actor', 0, 3], ['claim', 4, 7]);
  relatePlain(item, 0, 1);
  const files = await writeInMemory(webannoTsv, toDataset([item]));
  expect(await webannoTsv.recheck(toWritten(files), toDataset([]))).toEqual({
    articles: 1,
    annotations: 2,
    relations: 1,
    mismatches: [],
  });
  const name = `${item.article.uid}.tsv`;
  const written = Buffer.from(files.get(name)!).toString();
  expect(written).toContain(from);
  files.set(name, Buffer.from(written.replace(from, to)));
  expect((await webannoTsv.recheck(toWritten(files), toDataset([]))).mismatches).not.toEqual([]);
});

test('a tag with a gap that it should not have does not check out', async () => {
  const item = plainArticle('Ann Dell ran', ['actor', 0, 12]);
  const files = await writeInMemory(webannoTsv, toDataset([item]));
  const rows = await rowsOf(item);
  const at = rows.findIndex((row) => row.startsWith('1-2\t'));
  const [unit, place, form, ...cells] = rows[at]!.split('\t');
  rows[at] = [unit, place, form, ...cells.slice(1).map(() => '_'), ''].join('\t');
  files.set(`${item.article.uid}.tsv`, Buffer.from(rows.join('\n')));
  expect(await webannoTsv.recheck(toWritten(files), toDataset([]))).toMatchObject({
    annotations: 1,
    mismatches: [expect.stringContaining('line ')],
  });
});
