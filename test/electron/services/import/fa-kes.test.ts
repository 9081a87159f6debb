import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '#shared/domain/import';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { getArticle } from '../../../../electron/corpus/repositories/article-repository.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { ArticleId } from '#shared/domain/ids';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const file = join(process.env['GALLEY_SAMPLES'] ?? '../shared/samples', 'corpora/FA-KES/fakes.csv');
const isThere = existsSync(file);
if (!isThere) console.warn(`skipped: there is no ${file}; set GALLEY_SAMPLES to the folder of samples`);

/** The file as somebody else reads it: each byte a character, so that places are places in the file. */
function readOtherwise(bytes: Buffer) {
  const [header, ...rows] = parse(bytes.toString('latin1'), { info: true }) as unknown as {
    record: string[];
    info: { bytes: number };
  }[];
  return { header: header!.record, rows: rows.map(({ record }) => record) };
}
/** Bytes of UTF-8 in a cell as its text; each that is none as U+FFFD. */
const toText = (cell: string) => {
  let text = '';
  for (const part of cell.split(/([\x80-\xff])/u)) text += part >= '\x80' ? '\uFFFD' : part;
  return text;
};

describe.skipIf(!isThere)('the 804 articles of FA-KES', () => {
  const bytes = isThere ? readFileSync(file) : Buffer.alloc(0);
  let made: TestCorpus;
  let report: ImportReport;
  beforeAll(async () => {
    made = createTestCorpus({ keep: true });
    report = await made.import({ 'fakes.csv': bytes });
  });
  afterAll(() => made.remove());

  test('come in whole, cell by cell as another reader reads them', () => {
    const { header, rows } = readOtherwise(bytes);
    expect(report.errors).toEqual([]);
    expect(report.articles).toHaveLength(804);
    const at = (name: string) => header.indexOf(name);
    const fields = ['article_title', 'article_content', 'source', 'date'];
    for (const [n, row] of rows.entries()) {
      const { uid } = report.articles[n]!;
      const article = getArticle(made.corpus.read, uid);
      const record = findRecord(made.corpus.read, 'article', uid)!;
      expect(article.text).toBe(toText(row[at('article_content')]!));
      expect(article.title).toBe(toText(row[at('article_title')]!).trim().replace(/\s+/gu, ' '));
      expect(article.outlet).toBe(row[at('source')]);
      expect(article.dateWritten).toBe(row[at('date')]);
      const [month, day, year] = row[at('date')]!.split('/') as [string, string, string];
      expect(article.date).toBe(`20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
      expect([record.place, record.place_start, record.place_end]).toEqual(['row', n + 1, n + 2]);
      const kept = record.meta.filter(({ found_by }) => found_by === 'column').map(({ key, value }) => [key, value]);
      const others = header.flatMap((name, i) =>
        fields.includes(name) || row[i] === '' ? [] : [[name, toText(row[i]!)]],
      );
      expect(kept).toEqual(others);
    }
  });

  test('are of 15 outlets, from 2011 to 2018, in months before days', () => {
    expect(new Set(report.articles.map(({ outlet }) => outlet)).size).toBe(15);
    expect(report.tables[0]!.dates).toMatchObject({
      order: 'mdy',
      isOpen: false,
      read: 804,
      unread: 0,
      first: '2011-02-02',
      last: '2018-07-18',
    });
  });

  test('have 12 groups of identical texts, which come in and are reported', () => {
    const groups = [...Map.groupBy(report.articles, ({ sha256 }) => sha256).values()].filter(
      ({ length }) => length > 1,
    );
    expect(groups).toHaveLength(12);
    for (const [first, ...others] of groups) {
      expect(first!.sameTextAs).toBeNull();
      for (const other of others) expect(other.sameTextAs).toBe(first!.uid);
    }
    expect(report.articles.every(({ status }) => status === 'imported')).toBe(true);
  });

  test('have 123 bytes that are not UTF-8: each is reported by its place, and shows as U+FFFD where it stood', () => {
    const stray = Array.from(bytes.entries())
      .filter(([, byte]) => byte > 0x7f)
      .map(([at]) => at);
    expect(stray).toHaveLength(123);
    const [marked] = report.marked;
    expect(marked!.strayBytes).toEqual(stray);
    expect(marked!.rows!.flatMap(({ strayBytes }) => strayBytes)).toEqual(stray);
    let inTexts = 0;
    for (const { uid, at } of marked!.rows!) {
      const { text } = getArticle(made.corpus.read, uid);
      expect(at).toEqual(Array.from(text.matchAll(/\uFFFD/gu), ({ index }) => index));
      inTexts += at.length;
      const meta = findRecord(made.corpus.read, 'article', uid)!.meta;
      expect(meta.some(({ key }) => key === 'stray bytes')).toBe(true);
    }
    expect(inTexts).toBeGreaterThan(100);
    expect(report.tables[0]!.stray).toHaveLength(123);
  });

  test('are there already when the file is imported again, and everything holds', async () => {
    const again = await made.import({ 'fakes.csv': bytes });
    expect(again).toMatchObject({ imported: 0, there: 804, errors: [] });
    expect(again.skipped).toEqual([{ source: 'fakes.csv', reason: expect.stringContaining('804') }]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({
      ok: true,
      problems: [],
      checked: { articles: 804, sources: 1 },
    });
    expect(ArticleId.safeParse(report.first).success).toBe(true);
  });
});
