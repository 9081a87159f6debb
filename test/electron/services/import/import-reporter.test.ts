import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { ImportedArticle } from '#shared/domain/import';
import { ImportReporter } from '../../../../electron/services/import/import-reporter.ts';

const page = { encoding: 'utf-8', strayBytes: [], replaced: 0 };
const article = (n: number, status: ImportedArticle['status']): ImportedArticle => ({
  uid: ArticleId.parse(`0000000${n}-0000-7000-8000-000000000000`),
  ...{ title: `T ${n}`, outlet: null, date: null, sha256: 'ab', source: 'a.txt', status, sameTextAs: null },
});

test('each file is counted by itself: what came in, what was there, and which brought nothing new', () => {
  const reporter = new ImportReporter([], true);
  reporter.addPage('old.txt', page, [article(1, 'already-there'), article(2, 'already-there')]);
  reporter.addPage('mixed.txt', page, [article(3, 'imported'), article(4, 'already-there')]);
  reporter.addPage('new.txt', page, [article(5, 'imported'), article(6, 'imported')]);
  const { imported, there, first, articles, skipped } = reporter.finish();
  expect({ imported, there, first, listed: articles.length }).toEqual({
    ...{ imported: 3, there: 3, first: article(3, 'imported').uid, listed: 6 },
  });
  expect(skipped.map(({ source }) => source)).toEqual(['old.txt']);
});

test('of very many articles no list is kept, but how many they are', () => {
  const reporter = new ImportReporter([], false);
  reporter.addPage('new.txt', page, [article(1, 'imported'), article(2, 'imported')]);
  expect(reporter.finish()).toMatchObject({ imported: 2, articles: [], first: article(1, 'imported').uid });
});
