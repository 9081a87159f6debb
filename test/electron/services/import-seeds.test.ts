import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '#shared/domain/article';
import type { ImportReport } from '#shared/domain/import';
import { getArticle, listArticles } from '../../../electron/corpus/repositories/article-repository.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../helpers/corpus.ts';

const folder = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.warn(`The seed pages are not at ${folder} (set GALLEY_SEEDS): their import is not tested.`);

/** Pages by name, and the titles that a person reads off them: the first line, and the first after each closing line. */
const names = isThere
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : [];
const pages = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const closing = /^ *• Published in World$/mu;
const listTitles = (page: string) =>
  page
    .split(closing)
    .map((part) => part.trim().split('\n')[0]!)
    .filter((line) => line !== '' && !line.startsWith('Subscribe to'));

describe.skipIf(!isThere)('the five seed pages', () => {
  let made: TestCorpus;
  let report: ImportReport;
  let articles: Article[];
  beforeAll(async () => {
    made = createTestCorpus({ keep: true });
    report = await made.import(pages);
    articles = report.articles.map(({ uid }) => getArticle(made.corpus.read, uid));
  });
  afterAll(() => made.remove());

  const ofKind = (kind: string) =>
    articles.flatMap(({ text, blocks }) =>
      blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end).trim()),
    );

  test('become twelve articles, each with its right title', () => {
    expect(report.errors).toEqual([]);
    expect(report.articles).toHaveLength(12);
    expect(articles.map(({ title }) => title)).toEqual(names.flatMap((name) => listTitles(pages[name]!)));
    expect(
      articles.every(({ title, text, blocks }) => {
        const block = blocks.find(({ kind }) => kind === 'title')!;
        return text.slice(block.start, block.end) === title;
      }),
    ).toBe(true);
  });

  test('lose nothing: the articles of a page, joined, are its text to the character', () => {
    for (const name of names) {
      const joined = articles.filter(({ source }) => source === name).map(({ text }) => text);
      expect(joined.join('')).toBe(pages[name]!.replaceAll('\r\n', '\n'));
    }
  });

  test('name their outlet where the text does, and are else of none', () => {
    const byOutlet = Map.groupBy(articles, ({ outlet }) => outlet);
    expect(Object.fromEntries([...byOutlet].map(([outlet, each]) => [String(outlet), each.length]))).toEqual({
      'South Front': 3,
      FNA: 1,
      null: 8,
    });
    for (const { text, outlet } of articles) {
      expect(outlet === 'South Front').toBe(text.includes('Articles by: South Front'));
      expect(outlet === 'FNA').toBe(text.includes('TEHRAN (FNA)'));
    }
  });

  test('have their boilerplate found: footers, closing lines, what stands below the end', () => {
    const boilerplate = ofKind('boilerplate');
    const count = (beginning: string) => boilerplate.filter((text) => text.startsWith(beginning)).length;
    expect(count('Articles by:')).toBe(3);
    expect(count('Disclaimer:')).toBe(3);
    expect(count('For media inquiries:')).toBe(3);
    expect(count('• Published in World')).toBe(8);
    expect(count('Subscribe to this RSS feed')).toBe(1);
    expect(count('Back to top button')).toBe(1);
    expect(boilerplate.every((text) => text.length < 1500)).toBe(true);
    // and no more than that: the stories themselves are not among it
    const share = boilerplate.join('').length / articles.map(({ text }) => text).join('').length;
    expect(share).toBeLessThan(0.25);
  });

  test('have the doubled caption found, its second half as a repeat of the first', () => {
    const repeats = articles.flatMap(({ text, blocks }) =>
      blocks
        .filter(({ kind, repeatOf }) => kind === 'caption' && repeatOf !== null)
        .map(({ start, end, repeatOf }) => [
          text.slice(start, end),
          text.slice(blocks[repeatOf!]!.start, blocks[repeatOf!]!.end),
        ]),
    );
    expect(repeats).toHaveLength(1);
    expect(repeats[0]![1]!.length).toBeGreaterThan(40);
    expect(repeats[0]![0]!.startsWith(repeats[0]![1]!)).toBe(true);
  });

  test('have their links to other articles and their updates found', () => {
    const listLines = (sign: RegExp) =>
      articles.flatMap(({ text }) => text.split('\n').map((line) => line.trim())).filter((line) => sign.test(line));
    expect(listLines(/^RELATED:/u).length).toBeGreaterThan(0);
    expect(ofKind('related')).toEqual(expect.arrayContaining(listLines(/^RELATED:/u)));
    expect(ofKind('update')).toEqual(listLines(/^Update:/u));
  });

  test('are there already the second time: that is said, and nothing is added', async () => {
    const before = computeContentFingerprint(made.corpus.read);
    const rows = made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
    const again = await made.import(pages);
    expect(again.articles.map(({ status }) => status)).toEqual(Array(12).fill('already-there'));
    expect(again.skipped.map(({ source }) => source)).toEqual(names);
    expect(again.skipped[0]!.reason).toMatch(/already/u);
    expect(computeContentFingerprint(made.corpus.read)).toBe(before);
    expect(made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(rows);
    expect(listArticles(made.corpus.read, {}, { offset: 0, limit: 50 }).total).toBe(12);
  });

  test('are the same, in whatever order they come and however many at once', async () => {
    const other = createTestCorpus({ seed: 2 });
    for (const name of names.toReversed()) await other.import({ [name]: pages[name]! });
    const list = (from: TestCorpus) =>
      listArticles(from.corpus.read, {}, { offset: 0, limit: 50 })
        .articles.map(({ uid, title, outlet }) => `${uid} ${title} ${outlet}`)
        .sort();
    expect(list(other)).toEqual(list(made));
  });

  test('verify in every respect', async () => {
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({
      ok: true,
      problems: [],
      checked: { articles: 12, sources: 5 },
    });
  });
});
