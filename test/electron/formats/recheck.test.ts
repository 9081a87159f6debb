import { describe, expect, test } from 'vitest';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { DatasetArticle } from '../../../electron/formats/format.ts';
import { guardFormula } from '../../../electron/formats/csv/cells.ts';
import { getFormat } from '../../../electron/formats/formats.ts';
import { listLosses as listAll } from '../../../electron/formats/losses.ts';
import { toDataset, toWritten, writeInMemory, type Files } from '../../helpers/formats/in-memory.ts';

const text = 'Ann 👍🏽 of حلب spoke.\n';
const quoted = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
});
const annotation = (n: number, ...words: string[]) => ({
  uid: AnnotationId.parse(`0000000${n}-0000-7000-8000-000000000000`),
  article: ArticleId.parse('aaaaaaaa-0000-8000-8000-000000000000'),
  label: 'actor',
  spans: words.map(quoted),
  entity: null,
  entityUid: null,
  entityLink: null,
  attributes: {},
  kept: {},
  toFill: [],
  annotator: 'Sara',
  layer: 'own' as const,
  state: 'unchecked' as const,
  revises: null,
  correctedBy: null,
  origin: 'hand' as const,
  note: '',
});
const item: DatasetArticle = {
  article: {
    uid: ArticleId.parse('aaaaaaaa-0000-8000-8000-000000000000'),
    title: 'Ann',
    outlet: null,
    date: null,
    language: null,
    address: null,
    byline: null,
    sha256: '33d9a1e6d9dd1ef7a2a5cdd4f4b0ef7d4d4b3f4c5b6d9a1d3a2f1f0e9d8c7b6a',
    text,
  },
  annotations: [annotation(1, '👍🏽'), annotation(2, 'حلب'), annotation(3, 'Ann', 'spoke')],
  relations: [],
  textOf: () => '',
};

const write = (format: 'jsonl' | 'csv', articles: DatasetArticle[]) =>
  writeInMemory(getFormat(format), toDataset(articles));
const recheck = (format: 'jsonl' | 'csv', files: Files) => getFormat(format).recheck(toWritten(files), toDataset([]));
const listLosses = (format: 'jsonl' | 'csv', of: DatasetArticle) => listAll(getFormat(format), of, toDataset([]));
const read = (files: Files, name: string) => Buffer.from(files.get(name)!).toString();

describe.each(['jsonl', 'csv'] as const)('%s', (format) => {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const right = { ...item, article: { ...item.article, sha256: createHash('sha256').update(text).digest('hex') } };

  test('reads back as it was written', async () => {
    expect(await recheck(format, await write(format, [right]))).toEqual({
      articles: 1,
      annotations: 3,
      relations: 0,
      mismatches: [],
    });
  });

  test.each([
    ['an offset', /(?<=start":|,)4(?=,)/u, '5'],
    ['a quote', 'حلب', 'حمص'],
  ])('with %s that was changed it does not', async (_, from, to) => {
    const files = await write(format, [right]);
    const name = format === 'jsonl' ? 'articles.jsonl' : 'annotations.csv';
    const changed = read(files, name).replace(/^(.*)$/su, (all) => {
      const at = format === 'jsonl' ? all.indexOf('"annotations"') : 0;
      return all.slice(0, at) + all.slice(at).replace(from, to);
    });
    expect(changed).not.toBe(read(files, name));
    files.set(name, Buffer.from(changed));
    expect((await recheck(format, files)).mismatches.length).toBeGreaterThan(0);
  });

  test('with words of a value that do not stand where it says it does not', async () => {
    const evidence = (quote: string) => ({
      evidence: [{ span: { article: right.article.uid, start: 12, end: 15, quote } }],
    });
    const say = (quote: string): DatasetArticle => ({
      ...right,
      annotations: [{ ...right.annotations[0]!, attributes: evidence(quote) }],
    });
    expect((await recheck(format, await write(format, [say(text.slice(12, 15))]))).mismatches).toEqual([]);
    expect((await recheck(format, await write(format, [say('حمص')]))).mismatches).toEqual([
      `a value of annotation ${right.annotations[0]!.uid}`,
    ]);
  });

  test('with a text that was changed it does not', async () => {
    const files = await write(format, [right]);
    for (const name of files.keys())
      if (name !== 'annotations.csv') files.set(name, Buffer.from(read(files, name).replace('of حلب', 'of حمص')));
    expect((await recheck(format, files)).mismatches.length).toBeGreaterThan(0);
  });
});

test('no line of JSONL holds a character that some programs end lines at', async () => {
  const odd = { ...item, article: { ...item.article, text: 'a\u2028b\u2029c\u0085d' }, annotations: [] };
  const line = read(await write('jsonl', [odd]), 'articles.jsonl');
  expect(line).not.toMatch(/[\u2028\u2029\u0085]/u);
  expect((JSON.parse(line) as { text: string }).text).toBe(odd.article.text);
});

test('a cell is guarded where a spreadsheet would run it, and only there', () => {
  expect(['=1', '+1', '-1', '@x', '\tx', '\rx', "'=1", "''=1"].map(guardFormula)).toEqual([
    "'=1",
    "'+1",
    "'-1",
    "'@x",
    "'\tx",
    "'\rx",
    "''=1",
    "'''=1",
  ]);
  expect(['x=1', "it's", "'tis", '', ' =1'].map(guardFormula)).toEqual(['x=1', "it's", "'tis", '', ' =1']);
});

test('a table keeps no values of an earlier label, and says so', () => {
  const kept = { ...item, annotations: [{ ...item.annotations[0]!, kept: { 'claim: voice': 'quoted' } }] };
  expect(listLosses('jsonl', kept)).toEqual([]);
  expect(listLosses('csv', kept).map(({ what }) => what)).toEqual([expect.stringContaining('earlier label')]);
});

test('only a table loses anything: what stands between the parts', () => {
  expect(listLosses('jsonl', item)).toEqual([]);
  expect(listLosses('csv', item).map(({ annotation: uid }) => uid)).toEqual([item.annotations[2]!.uid]);
});
