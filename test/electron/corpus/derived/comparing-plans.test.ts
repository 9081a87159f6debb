import { afterAll, beforeAll, expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { KeynessInput } from '#shared/domain/keyness';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import { articleWords, countStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { countAgain, markStale } from '../../../../electron/corpus/derived/stale-articles.ts';
import { staleReviews } from '../../../../electron/corpus/derived/stale-reviews.ts';
import { readMentions } from '../../../../electron/corpus/repositories/mention-repository.ts';
import { readWords } from '../../../../electron/corpus/repositories/word-repository.ts';
import { openComparison, openSides } from '../../../../electron/services/compare/comparison.ts';
import { countSides } from '../../../../electron/services/compare/count-sides.ts';
import { readWordCounts } from '../../../../electron/services/compare/word-counts.ts';
import { compareWords } from '../../../../electron/services/compare/words.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 48, 59);
});
afterAll(() => made.remove());

/** Tables that grow with the work; the articles that are listed are gone through where a filter is no outlet. */
const large =
  /^SCAN (?:a|n|f|q|v|b|r|x|i|z|article|annotation|annotation_span|block|article_words|article_mentions)\b/u;
const compared = Compared.parse({ a: { outlets: ['x'] }, b: { from: '2019' } });
const change = { before: {}, article: null } as const;

test.each<[string, (db: WriteDb) => unknown]>([
  ['what counts of articles', (db) => readMentions(db, [1])],
  ['the words of an article', (db) => readWords(db, 1)],
  ['making what counts of a stale article again', (db) => countAgain(db)],
  ['counting the words of a stale article', (db) => countStaleWords(db)],
  ['a comparison', (db) => openComparison(db, compared, noJob)],
  ['what is counted on either side', (db) => countSides(db, compared, noJob)],
  ['the words of either side', async (db) => readWordCounts(await openSides(db, compared, noJob))],
  [
    'looking whether reviews are of what has been changed',
    (db) => {
      staleReviews.follow(db, [
        { ...change, op: 'update', kind: 'annotation', uid: 'n', after: { label: 'l' } },
        { ...change, op: 'update', kind: 'relation', uid: 'r', after: { relation_kind: 'k' } },
        { ...change, op: 'update', kind: 'review', uid: 'w', after: { decision: 'accepted' } },
      ]);
    },
  ],
  [
    'marking what is stale',
    (db) => {
      markStale(db, [
        { ...change, op: 'insert', kind: 'annotation', uid: 'n', article: 'z', after: {} },
        { ...change, op: 'update', kind: 'outlet', uid: 'o', after: { entity: 'e' } },
        {
          ...change,
          op: 'update',
          kind: 'entity',
          uid: 'e',
          before: { merged_into: null },
          after: { merged_into: 'f' },
        },
        { ...change, op: 'update', kind: 'batch', uid: 'b', after: { state: 'published' } },
      ]);
      articleWords.follow(db, [
        { ...change, op: 'insert', kind: 'article', uid: 'z', article: 'z', after: { text: 'x' } },
      ]);
    },
  ],
])('%s goes through no table that grows with the work', async (_, query) => {
  const plans = await listPlans(made.corpus.writer!.db, query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});

test('the words of either side are counted without a look at what people tagged', async () => {
  const input = KeynessInput.parse(compared);
  const plans = await listPlans(made.corpus.writer!.db, (db) => compareWords(db, input, noJob));
  expect(plans.some((detail) => detail.includes('article_words'))).toBe(true);
  expect(plans.filter((detail) => /annotation|article_mentions/u.test(detail))).toEqual([]);
});
