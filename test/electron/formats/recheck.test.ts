import { describe, expect, test } from 'vitest';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { DatasetArticle, WrittenFiles } from '../../../electron/formats/format.ts';
import { guardFormula } from '../../../electron/formats/csv/write-csv.ts';
import { formats } from '../../../electron/formats/formats.ts';

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
    sha256: '33d9a1e6d9dd1ef7a2a5cdd4f4b0ef7d4d4b3f4c5b6d9a1d3a2f1f0e9d8c7b6a',
    text,
  },
  annotations: [annotation(1, '👍🏽'), annotation(2, 'حلب'), annotation(3, 'Ann', 'spoke')],
  textOf: () => '',
};

/** The files of a dataset, held in memory. */
function write(format: 'jsonl' | 'csv', articles: DatasetArticle[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, text: chunk } of formats[format].write(articles)) files.set(file, (files.get(file) ?? '') + chunk);
  return files;
}
const toFiles = (files: Map<string, string>): WrittenFiles => ({
  names: [...files.keys()],
  read: (file) => files.get(file)!,
  lines: (file) => files.get(file)!.split('\n').filter(Boolean),
});

describe.each(['jsonl', 'csv'] as const)('%s', (format) => {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const right = { ...item, article: { ...item.article, sha256: createHash('sha256').update(text).digest('hex') } };

  test('reads back as it was written', () => {
    expect(formats[format].recheck(toFiles(write(format, [right])))).toEqual({
      articles: 1,
      annotations: 3,
      mismatches: [],
    });
  });

  test.each([
    ['an offset', /(?<=start":|,)4(?=,)/u, '5'],
    ['a quote', 'حلب', 'حمص'],
  ])('with %s that was changed it does not', (_, from, to) => {
    const files = write(format, [right]);
    const name = format === 'jsonl' ? 'articles.jsonl' : 'annotations.csv';
    const changed = files.get(name)!.replace(/^(.*)$/su, (all) => {
      const at = format === 'jsonl' ? all.indexOf('"annotations"') : 0;
      return all.slice(0, at) + all.slice(at).replace(from, to);
    });
    expect(changed).not.toBe(files.get(name));
    files.set(name, changed);
    expect(formats[format].recheck(toFiles(files)).mismatches.length).toBeGreaterThan(0);
  });

  test('with words of a value that do not stand where it says it does not', () => {
    const evidence = (quote: string) => ({
      evidence: [{ span: { article: right.article.uid, start: 12, end: 15, quote } }],
    });
    const say = (quote: string): DatasetArticle => ({
      ...right,
      annotations: [{ ...right.annotations[0]!, attributes: evidence(quote) }],
    });
    expect(formats[format].recheck(toFiles(write(format, [say(text.slice(12, 15))]))).mismatches).toEqual([]);
    expect(formats[format].recheck(toFiles(write(format, [say('حمص')]))).mismatches).toEqual([
      `a value of annotation ${right.annotations[0]!.uid}`,
    ]);
  });

  test('with a text that was changed it does not', () => {
    const files = write(format, [right]);
    for (const [name, content] of files)
      if (name !== 'annotations.csv') files.set(name, content.replace('of حلب', 'of حمص'));
    expect(formats[format].recheck(toFiles(files)).mismatches.length).toBeGreaterThan(0);
  });
});

test('no line of JSONL holds a character that some programs end lines at', () => {
  const odd = { ...item, article: { ...item.article, text: 'a\u2028b\u2029c\u0085d' }, annotations: [] };
  const line = write('jsonl', [odd]).get('articles.jsonl')!;
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
  expect(formats.jsonl.listLosses(kept)).toEqual([]);
  expect(formats.csv.listLosses(kept).map(({ what }) => what)).toEqual([expect.stringContaining('earlier label')]);
});

test('only a table loses anything: what stands between the parts', () => {
  expect(formats.jsonl.listLosses(item)).toEqual([]);
  expect(formats.csv.listLosses(item).map(({ annotation: uid }) => uid)).toEqual([item.annotations[2]!.uid]);
});
