import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readParquet } from 'parquet-wasm/node';
import { describe, expect, test, vi } from 'vitest';
import type { FormatOptions } from '#shared/domain/dataset';
import { anchor } from '../../../../electron/formats/anchor.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import type { Found, FoundDocument } from '../../../../electron/formats/found.ts';
import { features } from '../../../../electron/formats/hugging-face/features.ts';
import { huggingFace } from '../../../../electron/formats/hugging-face/hugging-face-format.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';

type Container = FormatOptions['container'];

const sample = (seed: number): DatasetArticle[] =>
  fc.sample(fc.tuple(anyArticle(1), anyArticle(2), anyArticle(3)), { seed, numRuns: 1 })[0]!;
const lines = (...rows: object[]) => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
const files = (named: Record<string, string | Uint8Array>): Files =>
  new Map(Object.entries(named).map(([name, content]) => [name, Buffer.from(content as string)]));

async function readAll(of: Files): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of huggingFace.reader!.read(toFileSet(of), { unit: 'auto' })) found.push(each);
  return found;
}
const documentsOf = (found: Found[]) => found.flatMap((each) => ('document' in each ? [each.document] : []));
const quotesOf = (document: FoundDocument) =>
  anchor(document, 'codepoint').placed.map(({ annotation, spans }) => [annotation.label, spans[0]!.quote]);
const tell = (named: Record<string, string | Uint8Array>) => huggingFace.reader!.recognises(toFileSet(files(named)));

test.each<[Container, FormatOptions['unit']]>([
  ['jsonl', 'codepoint'],
  ['jsonl', 'utf16'],
  ['parquet', 'codepoint'],
])('%s, by %s: whatever is tagged in whatever text comes back, and nothing of it is lost', async (container, unit) => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) =>
      expectRoundTrip(huggingFace, articles, { options: { container, unit } }),
    ),
    { numRuns: 30 },
  );
});

describe.each<Container>(['jsonl', 'parquet'])('as %s', (container) => {
  const dataset = (articles: DatasetArticle[]) => toDataset(articles, { options: { container } });

  test('parts are files that are named as the hub names them', async () => {
    const names = await Promise.all(
      (['train', 'dev', 'test', null] as const).map(async (part) => [
        ...(await writeInMemory(huggingFace, { ...dataset(sample(1)), part })).keys(),
      ]),
    );
    expect(names.flat()).toEqual(['train', 'validation', 'test', 'train'].map((name) => `data/${name}.${container}`));
  });

  test('without texts there are their hashes and the quotes', async () => {
    const hidden = { ...dataset(sample(5)), withText: false };
    const written = await writeInMemory(huggingFace, hidden);
    expect(await huggingFace.recheck(toWritten(written), hidden)).toMatchObject({ articles: 3, mismatches: [] });
    for (const { text, sha256, annotations } of documentsOf(await readAll(written))) {
      expect([text, sha256!.length]).toEqual([null, 64]);
      for (const { spans } of annotations) expect(spans[0]!.quote).not.toBe(null);
    }
  });

  test('an empty part is a file without rows', async () => {
    const written = await writeInMemory(huggingFace, dataset([]));
    expect(await huggingFace.recheck(toWritten(written), dataset([]))).toEqual({
      articles: 0,
      annotations: 0,
      relations: 0,
      mismatches: [],
    });
    expect(await readAll(written)).toEqual([]);
  });

  test('the same dataset gives the same bytes', async () => {
    const [one, two] = [
      await writeInMemory(huggingFace, dataset(sample(9))),
      await writeInMemory(huggingFace, dataset(sample(9))),
    ];
    expect(one).toEqual(two);
  });
});

describe('checking finds', () => {
  test.each([
    ['a text', '"text":"Headline', '"text":"Headlinf', /^text of /u],
    ['an offset', /"spans":\[\{"start":(\d+)/u, '"spans":[{"start":9999', /^annotation /u],
    ['where an annotation begins', /("label":"[^"]*","start":)\d/u, '$19', /^annotation /u],
    ['a column', '"byline":null,', '', /^columns of /u],
  ])('%s that was changed', async (_, from, to, said) => {
    const dataset = toDataset(sample(5));
    const written = await writeInMemory(huggingFace, dataset);
    const text = Buffer.from(written.get('data/train.jsonl')!).toString();
    expect(text.replace(from, to)).not.toBe(text);
    written.set('data/train.jsonl', Buffer.from(text.replace(from, to)));
    const { mismatches } = await huggingFace.recheck(toWritten(written), dataset);
    expect(mismatches).toContainEqual(expect.stringMatching(said));
  });
});

describe('other readers of Parquet', () => {
  const plainOf = ({ article, annotations }: DatasetArticle) => ({
    id: article.uid,
    text: article.text,
    outlet: article.outlet,
    annotations: annotations.map(({ label, spans }) => ({ label, quotes: spans.map(({ quote }) => quote) })),
  });

  test('DuckDB sees the same texts, and in them the same words at the same code points', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-parquet-'));
    try {
      const articles = sample(5);
      const written = await writeInMemory(huggingFace, toDataset(articles, { options: { container: 'parquet' } }));
      writeFileSync(join(folder, 'a.parquet'), written.get('data/train.parquet')!);
      const connection = await (await DuckDBInstance.create()).connect();
      const rows = await connection.runAndReadAll(
        `SELECT id, text, outlet, to_json(list_transform(annotations, lambda a: {label: a.label,
           quotes: list_transform(a.spans, lambda s: substring(text, s.start + 1, s.end - s.start))})) AS annotations FROM '${join(folder, 'a.parquet')}'`,
      );
      const typed = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${join(folder, 'a.parquet')}'`);
      connection.closeSync();
      expect(
        rows.getRowObjects().map((row) => ({ ...row, annotations: JSON.parse(String(row['annotations'])) as unknown })),
      ).toEqual(articles.map(plainOf));
      const types = new Map(typed.getRowObjects().map((row) => [row['column_name'], String(row['column_type'])]));
      expect([...types.keys()]).toEqual(Object.keys(features));
      expect(types.get('annotations')).toContain('spans STRUCT("start" INTEGER, "end" INTEGER, "quote" VARCHAR)[]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('that of Arrow finds every text and quote', async () => {
    const articles = sample(5);
    const written = await writeInMemory(huggingFace, toDataset(articles, { options: { container: 'parquet' } }));
    const arrow = Buffer.from(readParquet(written.get('data/train.parquet')!).intoIPCStream());
    const words = articles.flatMap(({ article, annotations }) => [
      article.text,
      ...annotations.flatMap(({ spans }) => spans.map(({ quote }) => quote)),
    ]);
    expect(words.filter((each) => !arrow.includes(each))).toEqual([]);
    expect(words.length).toBeGreaterThan(3);
  });
});

describe('the front matter', () => {
  const facts = (changes: object = {}) => ({
    dataset: { ...toDataset([]), licence: 'CC BY 4.0', title: 'Two "harbours": \u2028 one' },
    files: ['data/train.jsonl', 'data/validation.jsonl', 'README.md'],
    parts: ['train', 'dev'] as const,
    articles: 1200,
    annotations: 9,
    languages: ['ar', 'en-GB', 'en'],
    ...changes,
  });

  test('says language, licence, size, splits and columns', () => {
    const said = huggingFace.frontMatter!(facts()).split('\n');
    expect([said[0], ...said.slice(-3)]).toEqual(['---', '---', '', '']);
    for (const line of [
      'pretty_name: "Two \\"harbours\\": \\u2028 one"',
      '- "ar"',
      '- "en"',
      'license: cc-by-4.0',
      '- token-classification',
      '- 1K<n<10K',
      '  - split: train',
      '    path: data/train.jsonl',
      '  - split: validation',
      '  - name: annotations',
      '    list:',
      '      dtype: int32',
    ])
      expect(said).toContain(line);
    expect(said.filter((line) => line === '- "en"')).toHaveLength(1);
  });

  test('has a licence that the hub does not know by its own words', () => {
    const dataset = { ...toDataset([]), licence: 'Ours: ask us' };
    expect(huggingFace.frontMatter!(facts({ dataset }))).toContain('license: other\nlicense_name: "Ours: ask us"\n');
    expect(huggingFace.frontMatter!(facts({ dataset: toDataset([]) }))).toContain('license: unknown\n');
  });
});

describe('datasets that others made', () => {
  test('are read as texts with lists of spans, under the names that people give them', async () => {
    const found = await readAll(
      files({
        'README.md': '---\nconfigs:\n- config_name: default\n---\n',
        'data/a.jsonl': lines(
          {
            text: 'Ann 👍🏽 of حلب',
            spans: [{ start: 10, end: 13, label: 'LOC', confidence: 0.5 }],
            topic: 'sea',
            ids: [1],
          },
          { sentence: 'Bob left', entities: [{ start_offset: 0, end_offset: 3, type: 'PER', text: 'Bob' }] },
          { text: 'Cat', entities: { start: [0], end: [3], label: ['X'] } },
          { text: 'Dog', spans: [{ start: 1 }] },
          { title: 'no text' },
        ),
      }),
    );
    expect(found.map((each) => ('document' in each ? quotesOf(each.document) : each))).toEqual([
      [['LOC', '👍🏽 of حلب'.slice(-3)]],
      [['PER', 'Bob']],
      [['X', 'Cat']],
      [],
      { refused: { file: 'data/a.jsonl', line: 5, reason: 'The row has neither a text nor words with tags.' } },
    ]);
    const [first, , , last] = documentsOf(found);
    expect(first).toMatchObject({
      meta: [{ key: 'topic', value: 'sea' }],
      left: [{ what: 'what stands in the column “ids”', place: 'row 1' }],
      annotations: [{ attributes: { confidence: 0.5 } }],
    });
    expect(last!.left).toEqual([
      { what: 'tag 1, which has no label or no offsets', place: 'row 4', quote: '{"start":1}', count: 1 },
    ]);
  });

  test.each([
    ['IOB2', ['B-PER', 'I-PER', 'B-PER', 'O', 'B-LOC']],
    ['IOB1', ['I-PER', 'I-PER', 'B-PER', 'O', 'I-LOC']],
    ['BIOES', ['B-PER', 'E-PER', 'S-PER', 'O', 'S-LOC']],
  ])('are read as words with tags in %s', async (_, tags) => {
    const row = { id: 7, tokens: ['Ann', 'Dell', 'Bob', 'in', 'حلب'], ner_tags: tags };
    const [document] = documentsOf(await readAll(files({ 'a.jsonl': lines(row) })));
    expect(document).toMatchObject({ name: '7', text: 'Ann Dell Bob in حلب', unit: 'utf16' });
    expect(quotesOf(document!)).toEqual([
      ['PER', 'Ann Dell'],
      ['PER', 'Bob'],
      ['LOC', 'حلب'],
    ]);
  });

  test('of several columns of tags those of names are read, each a level, and what is said of words is left', async () => {
    const row = {
      tokens: ['Ann', 'Dell', 'ran'],
      pos_tags: ['NNP', 'NNP', 'VBD'],
      chunk_tags: ['B-NP', 'I-NP', 'B-VP'],
      ner_tags: ['B-PER', 'E-PER', 'O'],
      nested_ner_tags: ['B-PER', 'M-PER', 'O'],
      coarse_ner_tags: [0, 1, 2],
    };
    const plain = { tokens: ['So', 'be', 'it'], pos_tags: ['RB', 'VB', 'PRP'] };
    const [names, words] = documentsOf(await readAll(files({ 'a.jsonl': lines(row, plain) })));
    expect(quotesOf(names!)).toEqual([['PER', 'Ann Dell']]);
    expect(names!.left.map(({ what }) => what)).toEqual(
      ['pos_tags', 'chunk_tags', 'coarse_ner_tags'].map((name) => `what stands in the column “${name}”`),
    );
    expect(words).toMatchObject({ text: 'So be it', annotations: [], left: [{ count: 1 }] });
    const joined = { tokens: ['Ann', 'ran'], postags: ['NNP', 'VBD'], nertags: ['B-PER', 'O'] };
    const [short] = documentsOf(await readAll(files({ 'a.jsonl': lines(joined) })));
    expect(quotesOf(short!)).toEqual([['PER', 'Ann']]);
  });

  test('have spans as lists too, or with numbers for labels, in whichever column holds any', async () => {
    const card = `---\nconfigs:\ndataset_info:\n  features:\n  - name: spans\n    list:\n    - name: type\n      dtype:\n        class_label:\n          names:\n            "0": PER\n---\n\n  - name: type\n   '0': not this\n`;
    const rows = lines(
      { text: 'Ann ran', spans: [], entities: [[0, 3, 'PER']] },
      { text: 'Bob ran', spans: [{ start: 0, end: 3, type: 0 }] },
      { text: 'Cat ran', spans: [{ start: 0, end: 3, type: 7 }] },
    );
    const found = documentsOf(await readAll(files({ 'README.md': card, 'data/train.jsonl': rows })));
    expect(found.map(quotesOf)).toEqual([[['PER', 'Ann']], [['PER', 'Bob']], []]);
    expect(found[2]!.left).toMatchObject([{ what: 'tag 1, which has no label or no offsets' }]);
  });

  test('tags that are numbers are known by their names in the card, or refused', async () => {
    const rows = lines({ tokens: ['Ann', 'left'], ner_tags: [1, 0] });
    const card = `---\ndataset_info:\n  features:\n  - name: tokens\n    sequence: string\n  - name: ner_tags\n    sequence:\n      class_label:\n        names:\n          '0': O\n          '1': B-PER\n---\n`;
    const [document] = documentsOf(await readAll(files({ 'README.md': card, 'data/train.jsonl': rows })));
    expect(quotesOf(document!)).toEqual([['PER', 'Ann']]);
    expect(await readAll(files({ 'data/train.jsonl': rows }))).toEqual([
      {
        refused: {
          file: 'data/train.jsonl',
          line: 1,
          reason: expect.stringContaining('“ner_tags” holds numbers') as string,
        },
      },
    ]);
    const uneven = lines({ tokens: ['Ann', 'left'], ner_tags: ['O'] });
    expect(await readAll(files({ 'a.jsonl': uneven }))).toMatchObject([
      { refused: { reason: 'The row has 2 words and 1 tag.' } },
    ]);
  });

  test('are read from Parquet as well, with the names of classes that the file holds', async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'tokens', data: [['Ann', 'left'], ['Bob']] },
          { name: 'ner_tags', data: [[1n, 0n], [1n]] },
        ],
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'tokens', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
          { name: 'ner_tags', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', type: 'INT64', repetition_type: 'OPTIONAL' },
        ],
        kvMetadata: [
          {
            key: 'huggingface',
            value: JSON.stringify({
              info: { features: { ner_tags: { feature: { names: ['O', 'B-PER'], _type: 'ClassLabel' } } } },
            }),
          },
        ],
      }),
    );
    const documents = documentsOf(await readAll(files({ 'data/train-00000-of-00001.parquet': bytes })));
    expect(documents.map(quotesOf)).toEqual([[['PER', 'Ann']], [['PER', 'Bob']]]);
  });

  test('a Parquet file of many rows in one group is not read from its start for each of them', async () => {
    const count = 5000;
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [{ name: 'text', data: Array.from({ length: count }, (_, n) => `Ann ran ${n} times`) }],
        rowGroupSize: count,
      }),
    );
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const documents = documentsOf(await readAll(files({ 'a.parquet': bytes })));
    expect(documents).toHaveLength(count);
    expect(documents.at(-1)!.text).toBe(`Ann ran ${count - 1} times`);
    expect(decode.mock.calls.length).toBeLessThan(count * 1.5);
    decode.mockRestore();
  });

  test('what is no Parquet is refused with the reason', async () => {
    expect(await readAll(files({ 'a.parquet': 'PAR1 and nothing' }))).toMatchObject([
      { refused: { file: 'a.parquet', line: null, reason: expect.stringContaining('cannot be read') as string } },
    ]);
  });

  test('are known by their Parquet files, a card with front matter, or words with tags', () => {
    expect(tell({ 'a.parquet': 'PAR1' })).toBe(true);
    expect(tell({ 'README.md': '---\nconfigs:\n---\n', 'data/a.jsonl': '{"text":"Ann"}' })).toBe(true);
    expect(tell({ 'a.jsonl': '{"tokens": ["Ann"], "ner_tags": [0]}\n' })).toBe(true);
    expect(tell({ 'a.jsonl': '{"text":"Ann","label":[[0,3,"PER"]]}' })).toBe(false);
    expect(tell({ 'a.jsonl': '{"text":"Ann","tokens":[{"text":"Ann"}],"spans":[]}' })).toBe(false);
    expect(tell({ 'README.md': '# Only words', 'a.txt': 'Ann' })).toBe(false);
  });
});
