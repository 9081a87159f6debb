import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Compared } from '#shared/domain/comparison';
import type { WholeComparison } from '#shared/domain/whole-comparison';
import { printCell } from '#shared/tables/print-cell';
import { toWholeTables } from '#shared/tables/whole';
import { exportComparison, exportReport } from '../../../../electron/services/compare/export-comparison.ts';
import { compareWhole } from '../../../../electron/services/compare/whole.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { createCommandLine } from '../../../helpers/galley.ts';
import { importMarked } from '../../../helpers/marked-text.ts';

const HOSTILE = '<img src=x onerror=alert(1)>&"\u202E';
const compared: Compared = { a: { outlets: ['Harbour Post'] }, b: { outlets: ['=Wire "B"'] }, checkedOnly: false };

let made: TestCorpus;
let whole: WholeComparison;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  await importMarked(
    made,
    'Harbour Post',
    `The [Reef Front|Reef Front] sank a boat. “The [pirates|Reef Front!] fled”, it said. The [Reef Front|Reef Front] denied it to [${HOSTILE}|${HOSTILE}].`,
    '2024-03-12',
  );
  await importMarked(
    made,
    '=Wire "B"',
    `The [pirates|Reef Front!] shelled the pier, {two sailors were killed|Coast Guard}. [Pirates|Reef Front!] and [=cmd()|Reef Front] came with [${HOSTILE}|${HOSTILE}].`,
    '2024-03-13',
  );
  for (const day of ['14', '15', '16', '17']) {
    await importMarked(made, 'Harbour Post', `A ferry sailed on the ${day}th.`, `2024-03-${day}`);
    await importMarked(made, '=Wire "B"', `A raider sailed on the ${day}th.`, `2024-03-${day}`);
  }
  whole = await compareWhole(made.corpus.read, compared, noJob);
});
afterAll(() => made.remove());

const put = (name: string) => join(made.folder, name);
const tablesOf = () => Object.values(toWholeTables(whole)).flat();

test('a small corpus has words that are compared', () => {
  expect(whole.words[0]!.rows.map(({ name }) => name)).toContain('sailed');
});

describe('what is written of a comparison', () => {
  test('is each table with all its digits, and a cell that a spreadsheet would run is guarded', async () => {
    const files = await exportComparison(made.corpus, { compared, outputs: ['tables'], folder: put('csv') }, noJob);
    expect(files.toSorted()).toEqual(readdirSync(put('csv')).toSorted());
    for (const table of tablesOf()) {
      const [heads, ...rows] = parse(readFileSync(put(`csv/${table.name}.csv`), 'utf8'), {});
      expect(heads).toEqual(table.columns.map(({ title }) => title));
      expect(rows.map((row) => row.map((cell) => cell.replace(/^'/u, '')))).toEqual(
        table.rows.map((row) => row.map((cell) => String(cell ?? ''))),
      );
    }
    expect(readFileSync(put('csv/naming-forms.csv'), 'utf8')).toContain("'=cmd()");
  });

  test('is pictures that stand alone: well-formed, without colours or words that only the page knows', async () => {
    await exportComparison(made.corpus, { compared, outputs: ['pictures'], folder: put('svg') }, noJob);
    const names = readdirSync(put('svg'));
    expect(names).toContain('time.svg');
    for (const name of names) {
      const text = readFileSync(put(`svg/${name}`), 'utf8');
      expect(text).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/u,
      );
      expect(text).not.toMatch(/var\(--|<script|<img|&(?!amp;|lt;|gt;|quot;|#39;)/u);
    }
  });

  test('is a report that asks for nothing, holds every number of the tables, and sets other people’s words apart', async () => {
    await exportReport(made.corpus, compared, put('report.html'), noJob);
    const html = readFileSync(put('report.html'), 'utf8');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<img|<link|<iframe|(?:src|href)="(?!#)/iu);
    const page = new DOMParser().parseFromString(html, 'text/html');
    const cells = [...page.querySelectorAll('section:not(#definitions) tbody td')].map((cell) => cell.textContent);
    expect(cells).toEqual(
      tablesOf().flatMap(({ columns, rows }) =>
        rows.flatMap((row) => row.map((cell, n) => printCell(cell, columns[n]!))),
      ),
    );
    expect([...page.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toContain(HOSTILE);
    expect(page.querySelector('.filters')!.textContent).toContain('outlet="=Wire \\"B\\""');
    expect(page.querySelectorAll('figure svg').length).toBeGreaterThan(0);
  });

  test('is dated by the newest step of the journal’s order, in whatever order steps came into this file', async () => {
    const { db } = made.corpus.writer!;
    db.exec(`INSERT INTO step (uid, strand_id, annotator_uid, act, at, lamport)
      SELECT 'of another copy', strand_id, annotator_uid, act, '2001-02-03T00:00:00Z', 1 FROM step LIMIT 1`);
    await exportReport(made.corpus, compared, put('dated.html'), noJob);
    expect(readFileSync(put('dated.html'), 'utf8')).not.toContain('3 Feb 2001');
    db.exec(`DELETE FROM step WHERE uid = 'of another copy'`);
  });

  test('is the same file, byte for byte, for the same corpus and choice', async () => {
    await exportReport(made.corpus, compared, put('one.html'), noJob);
    made.reopen('read');
    await exportReport(made.corpus, compared, put('two.html'), noJob);
    expect(readFileSync(put('two.html'), 'utf8')).toBe(readFileSync(put('one.html'), 'utf8'));
  });

  test('is never put over what is there', async () => {
    const outputs = ['report'] as const;
    await exportComparison(made.corpus, { compared, outputs, folder: put('full') }, noJob);
    const again = exportComparison(made.corpus, { compared, outputs, folder: put('full') }, noJob);
    await expect(again).rejects.toMatchObject({ code: 'folder-not-empty' });
    await expect(exportReport(made.corpus, compared, put('full/report.html'), noJob)).rejects.toMatchObject({
      code: 'file-exists',
    });
    expect(readdirSync(put('full'))).toEqual(['report.html']);
  });

  test('is what the command line says too', async () => {
    const line = createCommandLine();
    try {
      const args = ['compare', '--a', '"Harbour Post"', '--b', 'outlet="=Wire \\"B\\""', '--corpus', made.path];
      const said = await line.galley([...args, '--json', '--report', put('three.html'), '--csv', put('csv3')]);
      expect(said).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(said.stdout)).toMatchObject({
        a: { filter: compared.a, ...whole.counts.a },
        b: whole.counts.b,
        naming: whole.naming.entities,
        words: whole.words[0]!.rows.map(({ name, a, b }) => ({ word: name, f1: a.count, f2: b.count })),
        sources: whole.sources,
        silence: whole.silence,
        claims: { totals: whole.claims.totals },
      });
      expect(readdirSync(put('csv3')).toSorted()).toEqual(readdirSync(put('csv')).toSorted());
      const people = await line.galley(args);
      for (const { title } of tablesOf()) expect(people.stdout).toContain(title);
    } finally {
      line.remove();
    }
  });
});
