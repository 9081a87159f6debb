import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { ZipFile } from 'yazl';
import { describe, expect, test } from 'vitest';
import { formatRow } from '../../../../electron/formats/xlsx/cells.ts';
import { Sheet } from '../../../../electron/formats/xlsx/sheets.ts';
import { xlsx } from '../../../../electron/formats/xlsx/xlsx-format.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { findPython } from '../../../helpers/formats/by-python.ts';
import { toDataset, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';

const articles = fc.array(anyArticle(1), { minLength: 1, maxLength: 1 });
const sample = (seed: number): DatasetArticle[] =>
  fc.sample(fc.tuple(anyArticle(1), anyArticle(2), anyArticle(3)), { seed, numRuns: 1 })[0]!;
const textOf = (files: Files, name: string) => Buffer.from(files.get(name)!).toString();
const quoteOf = ({ spans }: DatasetArticle['annotations'][number]) => spans.map(({ quote }) => quote).join(' … ');

test('whatever is tagged in whatever text is one row each, and all of it is XML', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (items) => {
      const dataset = toDataset(items);
      const files = await writeInMemory(xlsx, dataset);
      for (const [name] of files) new SaxesParser().write(textOf(files, name)).close();
      expect(await xlsx.recheck(toWritten(files), dataset)).toEqual({
        articles: items.length,
        annotations: items.flatMap(({ annotations }) => annotations).length,
        relations: items.flatMap(({ relations }) => relations).length,
        mismatches: [],
      });
    }),
    { numRuns: 40 },
  );
});

test('the same dataset gives the same bytes, and none of them says a time', async () => {
  const [one, two] = [await writeInMemory(xlsx, toDataset(sample(3))), await writeInMemory(xlsx, toDataset(sample(3)))];
  expect(one).toEqual(two);
  expect([...one.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/articles1.xml',
    'xl/worksheets/entities1.xml',
    'xl/worksheets/relations1.xml',
    'xl/worksheets/tags1.xml',
  ]);
});

test('without texts no words stand beside a tag', async () => {
  const files = await writeInMemory(xlsx, { ...toDataset(sample(3)), withText: false });
  expect(textOf(files, 'xl/worksheets/tags1.xml')).not.toMatch(/<c r="[HI](?!1")\d+"/u);
});

test('a changed cell is found', async () => {
  const dataset = toDataset(sample(3));
  const files = await writeInMemory(xlsx, dataset);
  const sheet = textOf(files, 'xl/worksheets/tags1.xml');
  const changed = sheet.replace(/(<c r="K2"><v>)\d+/u, '$19999');
  expect(changed).not.toBe(sheet);
  files.set('xl/worksheets/tags1.xml', Buffer.from(changed));
  expect((await xlsx.recheck(toWritten(files), dataset)).mismatches).toHaveLength(1);
});

test('a tag in an article that is not there is found', async () => {
  const dataset = toDataset(sample(3));
  const files = await writeInMemory(xlsx, dataset);
  const name = 'xl/worksheets/articles1.xml';
  files.set(name, Buffer.from(textOf(files, name).replace(/<row r="2">.*\n/u, '')));
  expect((await xlsx.recheck(toWritten(files), dataset)).mismatches).not.toEqual([]);
});

test('beside a tag stand the words around it, also at the beginning of a text', async () => {
  const item = plainArticle(`So Ann\nmet Bob${' and others'.repeat(9)}`, ['actor', 3, 6]);
  const tags = textOf(await writeInMemory(xlsx, toDataset([item])), 'xl/worksheets/tags1.xml');
  const cell = (at: string) => new RegExp(`<c r="${at}2"[^>]*><is><t[^>]*>([^<]*)`, 'u').exec(tags)?.[1];
  expect([cell('H'), cell('G'), cell('I')]).toEqual(['So ', 'Ann', ` met Bob${' and others'.repeat(9)}`.slice(0, 60)]);
});

test('what a workbook does not keep is listed', () => {
  const [item] = sample(3);
  const kinds = new Set(listLosses(xlsx, item!, toDataset([])).map(({ kind }) => kind));
  const isParted = item!.annotations.some(({ spans }) => spans.length > 1);
  expect([...kinds].sort()).toEqual(['text', ...(isParted ? ['gap-joined'] : [])].sort());
});

describe('a cell', () => {
  test('holds what XML forbids in the form that workbooks have for it, and words that look like that form', () => {
    expect(formatRow(1, ['a\u0001\r<&>', '_x0041_', null, 3, '=1+1'], 0)).toBe(
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a_x0001__x000D_&lt;&amp;&gt;</t></is></c>' +
        '<c r="B1" t="inlineStr"><is><t xml:space="preserve">_x005F_x0041_</t></is></c><c r="D1"><v>3</v></c>' +
        '<c r="E1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>\n',
    );
  });

  test('of more characters than it can hold is cut, not within one', () => {
    const row = formatRow(1, [`${'a'.repeat(32_765)}👍🏽 and more`], 0);
    expect(row).toMatch(/>a{32765}…</u);
  });
});

test('rows that a sheet cannot hold any more are on a further one', () => {
  const sheet = new Sheet('tags', 'Tags', ['Tag'], [10]);
  for (let n = 0; n < 1_048_576; n += 1) Array.from(sheet.add([n]));
  expect(Array.from(sheet.finish())).toHaveLength(1);
  expect(sheet.parts).toEqual([
    { file: 'xl/worksheets/tags1.xml', title: 'Tags' },
    { file: 'xl/worksheets/tags2.xml', title: 'Tags 2' },
  ]);
});

describe('a program that is not ours', () => {
  const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}))`;
  const python = findPython('workbooks are read by no other program', 'openpyxl');

  test('reads the same words and numbers (openpyxl)', async ({ skip }) => {
    skip(python === null, 'there is no python3 with openpyxl here');
    const folder = mkdtempSync(join(tmpdir(), 'galley-xlsx-'));
    try {
      const items = sample(3);
      const zip = new ZipFile();
      for (const [name, bytes] of await writeInMemory(xlsx, toDataset(items))) zip.addBuffer(Buffer.from(bytes), name);
      zip.end();
      const parts: Buffer[] = [];
      for await (const part of zip.outputStream) parts.push(part as Buffer);
      writeFileSync(join(folder, 'dataset.xlsx'), Buffer.concat(parts));
      const sheets = JSON.parse(
        execFileSync(python!, ['-c', script, join(folder, 'dataset.xlsx')], {
          encoding: 'utf8',
          env: { ...process.env, PYTHONIOENCODING: 'utf8' },
        }),
      ) as Record<string, (string | number | null)[][]>;
      expect(Object.keys(sheets)).toEqual(['Articles', 'Tags', 'Entities', 'Relations']);
      const unescape = (cell: unknown) =>
        String(cell).replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      expect(sheets['Tags']!.slice(1).map((row) => [row[0], unescape(row[6]), row[9]])).toEqual(
        items.flatMap(({ article, annotations }) =>
          annotations.map((each) => [
            each.uid,
            quoteOf(each),
            Array.from(article.text.slice(0, each.spans[0]!.start)).length,
          ]),
        ),
      );
      expect(sheets['Articles']).toHaveLength(4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
