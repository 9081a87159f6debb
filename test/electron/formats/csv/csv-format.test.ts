import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor, countAgreement } from '../../../../electron/formats/anchor.ts';
import { csv, tsv } from '../../../../electron/formats/csv/csv-format.ts';
import { EntityId } from '#shared/domain/ids';
import type { Dataset, DatasetArticle, DatasetEntity } from '../../../../electron/formats/format.ts';
import type { Found, FoundDocument } from '../../../../electron/formats/found.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';

const files = (named: Record<string, string>): Files =>
  new Map(Object.entries(named).map(([name, text]) => [name, Buffer.from(text)]));
const textOf = (of: Files, name: string) => Buffer.from(of.get(name)!).toString();
const readAll = (of: Files, format = csv) => [
  ...(format.reader!.read(toFileSet(of), { unit: 'auto' }) as Iterable<Found>),
];
const documentsOf = (found: Found[]) => found.flatMap((each) => ('document' in each ? [each.document] : []));
const refusedOf = (found: Found[]) => found.flatMap((each) => ('refused' in each ? [each.refused] : []));
const read = (named: Record<string, string>) => documentsOf(readAll(files(named)));
const quotesOf = (document: FoundDocument) =>
  anchor(document, 'codepoint').placed.map(({ annotation, spans }) => [
    annotation.label,
    ...spans.map(({ quote }) => quote),
  ]);
const sample = (seed: number): DatasetArticle[] =>
  fc.sample(fc.tuple(anyArticle(1), anyArticle(2), anyArticle(3)), { seed, numRuns: 1 })[0]!;

test.each([csv, tsv])(
  '$name: whatever is tagged in whatever text comes back but for what is said to be lost',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) => expectRoundTrip(format, articles)),
      { numRuns: 40 },
    );
  },
);

describe('without texts', () => {
  const hidden = (articles: DatasetArticle[]): Dataset => ({ ...toDataset(articles), withText: false });

  test('no word goes along that is not tagged, and hashes, offsets and quotes come back', async () => {
    const articles = sample(11);
    const written = await writeInMemory(csv, hidden(articles));
    const untagged = articles.map(({ article }) => article.text).filter((text) => text.length > 80);
    for (const text of untagged) expect(textOf(written, 'articles.csv')).not.toContain(text.slice(0, 80));
    expect(textOf(written, 'articles.csv')).not.toContain('Headline\n');
    const reread = await csv.recheck(toWritten(written), hidden(articles));
    expect(reread).toMatchObject({ articles: 3, mismatches: [] });
    const documents = documentsOf(readAll(written));
    for (const { article, annotations } of articles) {
      const document = documents.find(({ uid }) => uid === article.uid)!;
      expect(document).toMatchObject({ text: null, sha256: article.sha256 });
      const { placed } = anchor(document, 'codepoint', article.text);
      expect(placed.map(({ annotation, spans }) => [annotation.uid, spans])).toEqual(
        annotations.map(({ uid, spans }) => [uid, spans]),
      );
    }
  });
});

test('entities come back with their other names and what others call them', async () => {
  const entity: DatasetEntity = {
    uid: EntityId.parse('000000e0-0001-7000-8000-000000000001'),
    label: 'location',
    kind: 'city',
    name: '=حلب',
    aliases: ['=حلب', 'Aleppo'],
    details: {
      description: 'North, by the "river"',
      latitude: 36.2,
      longitude: -37.16,
      refs: [{ scheme: 'wikidata', value: 'Q41183' }],
      aliases: [
        { uid: '000000e0-0002-7000-8000-000000000001', form: '=حلب', script: 'Arab', outlet: null, neverAlone: false },
        {
          uid: '000000e0-0003-7000-8000-000000000001',
          form: 'Aleppo',
          script: 'Latn',
          outlet: 'Post',
          neverAlone: true,
        },
      ],
    },
  };
  const written = await writeInMemory(csv, { ...toDataset(sample(11)), entities: () => [entity] });
  const own = {
    uid: entity.uid,
    label: 'location',
    kind: 'city',
    name: '=حلب',
    description: 'North, by the "river"',
    latitude: 36.2,
    longitude: -37.16,
    refs: [{ scheme: 'wikidata', value: 'Q41183' }],
    aliases: [{ form: 'Aleppo', outlet: 'Post', neverAlone: true }],
  };
  expect(readAll(written)[0]).toEqual({ entity: own });
  const broken = textOf(written, 'entities.csv').replace('[{""scheme""', '[{""scheme');
  written.set('entities.csv', Buffer.from(broken));
  expect(refusedOf(readAll(written))).toMatchObject([{ file: 'entities.csv', line: 2 }]);
});

test('for Excel, tables begin with a byte order mark, and read the same', async () => {
  await expectRoundTrip(csv, sample(11), { options: { bom: true } });
  const written = await writeInMemory(csv, toDataset(sample(11), { options: { bom: true } }));
  for (const name of written.keys()) expect(textOf(written, name).lastIndexOf('\uFEFF', 1)).toBe(0);
  expect([...written.keys()]).not.toContain('entities.csv');
});

describe('checking finds', () => {
  const changed = async (file: RegExp, from: string | RegExp, to: string) => {
    const articles = sample(11);
    const written = await writeInMemory(csv, toDataset(articles));
    expect((await csv.recheck(toWritten(written), toDataset([]))).mismatches).toEqual([]);
    const name = [...written.keys()].find((each) => file.test(each))!;
    const text = textOf(written, name);
    expect(text.replace(from, to)).not.toBe(text);
    written.set(name, Buffer.from(text.replace(from, to)));
    return (await csv.recheck(toWritten(written), toDataset([]))).mismatches;
  };
  test('a text that was changed', async () => {
    expect(await changed(/^articles/u, /(?<=[0-9a-f]{64},"?)Headline/u, 'Headlinf')).toContainEqual(
      expect.stringMatching(/^text of 00000001/u),
    );
  });
  test('a hash that was changed', async () => {
    expect(await changed(/^articles/u, /[0-9a-f]{8}(?=,"?Headline\n)/u, '00000000')).toEqual([
      expect.stringMatching(/^text of /u),
    ]);
  });
  test('an offset that was changed', async () => {
    expect(await changed(/^annotations/u, /,(\d+),(\d+),(\d+),(\d+),1,/u, ',$1,$2,$3,9999,1,')).toEqual([
      expect.stringMatching(/^annotation /u),
    ]);
  });
});

test('another reader of CSV sees the same cells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-csv-'));
  try {
    const articles = sample(23);
    const written = await writeInMemory(csv, toDataset(articles));
    writeFileSync(join(folder, 'annotations.csv'), written.get('annotations.csv')!);
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = await connection.runAndReadAll(
      `SELECT annotation, quote, label, start_codepoint, note FROM read_csv('${join(folder, 'annotations.csv')}',
         header = true, delim = ',', quote = '"', escape = '"', strict_mode = true, all_varchar = true, nullstr = '∅')`,
    );
    connection.closeSync();
    const unguard = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r])/u, '');
    expect(
      rows.getRowObjects().map(({ annotation, quote, label, start_codepoint: start, note }) => ({
        annotation,
        quote: unguard(String(quote)),
        label,
        start: Number(start),
        note: unguard(String(note)),
      })),
    ).toEqual(
      articles.flatMap(({ article: { text }, annotations }) =>
        annotations.map(({ uid, label, spans, note }) => ({
          annotation: uid,
          quote: text.slice(spans[0]!.start, spans.at(-1)!.end),
          label,
          start: Array.from(text.slice(0, spans[0]!.start)).length,
          note,
        })),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('tables that others made', () => {
  test('are read where the text stands in each row', () => {
    const [one, two] = read({
      'data.csv': 'text,start,end,label\n"Ann, of حلب",0,3,PER\n"Ann, of حلب",8,11,LOC\nBob 👍🏽 left.,0,3,PER\n',
    });
    expect(quotesOf(one!)).toEqual([
      ['PER', 'Ann'],
      ['LOC', 'حلب'],
    ]);
    expect(one).toMatchObject({ text: 'Ann, of حلب', name: 'Ann, of حلب', unit: null });
    expect(quotesOf(two!)).toEqual([['PER', 'Bob']]);
  });

  test('are read where the text stands in a file or a table beside them, and what they call things is kept', () => {
    const table = 'doc_id;begin;length;tag;mention;coder;certainty\nd1;4;3;Place;Hut;Ann;0.5\nd2;0;3;Place;Tor;;\n';
    const byFile = read({ 'a/spans.csv': table, 'a/d1.txt': 'The Hut.', 'a/d2.txt': 'Tor.' });
    const byTable = read({ 'spans.csv': table, 'docs.csv': 'document,text\nd1,The Hut.\nd2,Tor.\n' });
    for (const documents of [byFile, byTable]) {
      expect(documents.map((each) => [each.name, ...quotesOf(each)])).toEqual([
        ['d1', ['Place', 'Hut']],
        ['d2', ['Place', 'Tor']],
      ]);
      expect(documents[0]!.annotations[0]).toMatchObject({
        uid: null,
        annotator: 'Ann',
        attributes: { certainty: '0.5' },
        place: 'row 1',
      });
      expect(documents[1]!.annotations[0]).toMatchObject({ annotator: null, attributes: {} });
    }
  });

  test('a column “text” that holds the words that are tagged is told from one that holds texts', () => {
    const [document] = read({
      'n.csv': 'file,text,start,end,label\nx.txt,👍🏽,4,6,sign\nx.txt,Ann,0,3,PER\n',
      'x.txt': 'Ann 👍🏽',
    });
    expect(quotesOf(document!)).toEqual([
      ['sign', '👍🏽'],
      ['PER', 'Ann'],
    ]);
    expect(countAgreement(document!)).toMatchObject({ quoted: 2, codepoint: 2, utf16: 1 });
  });

  test('are known by other names of their columns too, parted by semicolons, with a BOM and CRLF', () => {
    const table = '\uFEFFdocId;annotType;span_start;span_end;span_text\r\na;"x; y";0;3;Ann\r\na;z;8;11;"Bob"\r\n';
    const [document] = read({ 't.csv': table, 'a.txt': 'Ann met Bob' });
    expect(quotesOf(document!)).toEqual([
      ['x; y', 'Ann'],
      ['z', 'Bob'],
    ]);
  });

  test('are known by names that begin with what is tagged, and by ids that several rows share', () => {
    const read2 = (table: string) =>
      read({ 'a.csv': table, 'texts.csv': 'id,sentence\nd1,Ann met Bob\nd2,Bob left\n' }).map(quotesOf);
    const expected = [
      [
        ['x', 'Ann'],
        ['y', 'Bob'],
      ],
      [['x', 'left']],
    ];
    const rows = ['d1,0,3,Ann,x', 'd1,8,11,Bob,y', 'd2,4,8,left,x'];
    expect(read2(`id,start_pos,end_pos,surface,type\n${rows.join('\n')}\n`)).toEqual(expected);
    const named = 'id,move_id,move_start,move_end,move_text,move_type';
    expect(read2(`${named}\n${rows.map((row, n) => row.replace(',', `,m${n},`)).join('\n')}\n`)).toEqual(expected);
  });

  test('a column that only begins like their ends keeps its name', () => {
    const [document] = read({ 'n.csv': 'sent_start,sent_end,sentence,label\n0,3,Ann met Bob,PER\n' });
    expect(document!.text).toBe('Ann met Bob');
    expect(quotesOf(document!)).toEqual([['PER', 'Ann']]);
  });

  test('words without offsets are found where they stand once', () => {
    const [document] = read({ 'n.csv': 'article,quote,label\nx,Ann,PER\nx,a,letter\n', 'x.txt': 'Ann saw a cat.' });
    const { placed, unplaced } = anchor(document!, 'codepoint');
    expect(placed).toMatchObject([{ how: 'by-quote', spans: [{ start: 0, end: 3 }] }]);
    expect(unplaced).toMatchObject([{ why: 'quote-repeated' }]);
  });

  test('offsets in a text with CRLF are counted as they stand there', () => {
    const [document] = read({ 'n.csv': 'text,start,end,quote,label\r\n"One\r\nAnn",5,8,Ann,PER\r\n' });
    expect(document!.text).toBe('One\r\nAnn');
    expect(anchor(document!, 'codepoint').placed[0]!.spans).toEqual([{ start: 4, end: 7, quote: 'Ann' }]);
  });

  test('an apostrophe in them is theirs', () => {
    const [document] = read({ 'n.csv': `text,start,end,label,note\n'-1 there,0,3,x,'=1\n` });
    expect(document).toMatchObject({ text: `'-1 there`, annotations: [{ note: `'=1` }] });
  });

  test('a row that cannot be read is refused with its line, and the others are read', () => {
    const found = readAll(
      files({
        'n.csv':
          'text,start,end,label\n"Ann\nB",0,3,x\nAnn,0,x,x\nAnn,0,3\nAnn,0,3,\n"A"nn,0,3,x\nAnn,0,3,y\n"Ann,0,3,z\n',
      }),
    );
    expect(refusedOf(found).map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['n.csv', 4, '“end” is “x”, which is no offset.'],
      ['n.csv', 5, 'The row has 3 cells where the columns are 4.'],
      ['n.csv', 6, 'The row has no label.'],
      ['n.csv', 7, 'Something stands behind a closing quotation mark.'],
      ['n.csv', 9, expect.stringContaining('A quotation mark that is opened here is never closed')],
    ]);
    expect(documentsOf(found).map(({ annotations }) => annotations.map(({ label }) => label))).toEqual([['x'], ['y']]);
  });

  test('only tables with labels that stand somewhere are known as such, each by its delimiter', () => {
    const knows = (named: Record<string, string>, format = csv) => format.reader!.recognises(toFileSet(files(named)));
    expect(knows({ 'a.csv': 'text,start,end,label\n' })).toBe(true);
    expect(knows({ 'a.tsv': 'text\tstart\tend\tlabel\n' })).toBe(false);
    expect(knows({ 'a.tsv': 'text\tstart\tend\tlabel\n' }, tsv)).toBe(true);
    expect(knows({ 'a.csv': 'title,text,date\nOne,Two,2024\n' })).toBe(false);
    expect(knows({ 'a.tsv': '#FORMAT=WebAnno TSV 3.3\n' }, tsv)).toBe(false);
    expect(knows({ 'a.csv': '' })).toBe(false);
  });
});

describe('our own, changed in a spreadsheet', () => {
  test('come back sorted in another way, with another line end and a BOM', async () => {
    const articles = sample(31).map((item) => ({ ...item, relations: [] }));
    const written = await writeInMemory(csv, toDataset(articles));
    const rows: string[][] = parse(textOf(written, 'annotations.csv'));
    const [head, ...others] = rows;
    const label = head!.indexOf('label');
    const sorted = others.sort((a, b) => (a[label]! < b[label]! ? -1 : 1));
    const text = stringify([head!, ...sorted], { record_delimiter: 'windows', quoted: true });
    written.set('annotations.csv', Buffer.from(`\uFEFF${text}`));
    const documents = documentsOf(readAll(written));
    for (const { article, annotations } of articles) {
      const own = documents.filter(({ uid }) => uid === article.uid);
      for (const each of own) expect(each).toMatchObject({ title: article.title, sha256: article.sha256 });
      const placed = own.flatMap((each) => anchor(each, 'codepoint').placed);
      const spans = new Map(placed.map(({ annotation, spans: found }) => [annotation.uid, found]));
      expect(spans).toEqual(new Map(annotations.map(({ uid, spans: known }) => [uid, known])));
    }
  });

  test('parts whose words are not there any more are listed, not put elsewhere', () => {
    const head = 'annotation,article,label,quote,start_codepoint,end_codepoint,parts,parts_codepoint,attributes';
    const row = '00000001-0000-7000-8000-000000000000,x,claim,Ann left us,0,11,2,0:3 9:11,';
    const [right] = read({ 'annotations.csv': `${head}\n${row}\n`, 'texts/x.txt': 'Ann left us.' });
    expect(quotesOf(right!)).toEqual([['claim', 'Ann', 'us']]);
    const [wrong] = read({ 'annotations.csv': `${head}\n${row}\n`, 'texts/x.txt': 'Bob went on.' });
    expect(anchor(wrong!, 'codepoint')).toMatchObject({ placed: [], unplaced: [{ why: 'quote-missing' }] });
  });
});
