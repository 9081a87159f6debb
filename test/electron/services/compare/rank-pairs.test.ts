import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankPairs, type PairableArticle } from '../../../../electron/services/compare/rank-pairs.ts';

const go = () => undefined;
const rank = (a: readonly PairableArticle[], b: readonly PairableArticle[], limit = 10) =>
  rankPairs({ a, b }, limit, () => 1, go);
const article = (id: number, day: number | undefined, ...features: number[]): PairableArticle => ({
  id,
  day,
  features,
});

test('articles of the same and the next days are paired by what stands in both, the same day first', async () => {
  const pairs = await rank([article(1, 10, 7, 8)], [article(2, 11, 7, 8), article(3, 10, 7, 8), article(4, 12, 7, 8)]);
  expect(pairs.map(({ a, b, days, shared }) => ({ a, b, days, shared }))).toEqual([
    { a: 1, b: 3, days: 0, shared: [7, 8] },
    { a: 1, b: 2, days: 1, shared: [7, 8] },
  ]);
});

test('an article without a day is paired by what it says, with those of any day', async () => {
  const undated = await rank(
    [article(1, undefined, 7)],
    [article(2, 4000, 7), article(3, undefined, 7), article(4, 5, 6)],
  );
  expect(undated.map(({ b, days }) => [b, days])).toEqual([
    [2, null],
    [3, null],
  ]);
  expect(await rank([article(2, 4000, 7)], [article(1, undefined, 7)])).toMatchObject([{ a: 2, b: 1, days: null }]);
});

test('nothing pairs an article with itself, or with one that it shares nothing with', async () => {
  expect(await rank([article(1, 10, 7)], [article(1, 10, 7), article(2, 10, 8)])).toEqual([]);
});

test('what nearly all articles of a day have pairs none of them', async () => {
  const many = (from: number) => Array.from({ length: 60 }, (_, n) => article(from + n, 10, 7));
  const pairs = await rank([...many(0), article(500, 10, 7, 8)], [...many(100), article(600, 10, 7, 8)]);
  expect(pairs).toEqual([{ a: 500, b: 600, days: 0, weight: 1, shared: [7, 8] }]);
});

const side = (from: number) =>
  fc
    .array(fc.tuple(fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }), fc.uniqueArray(fc.nat(6))), {
      maxLength: 8,
    })
    .map((articles) => articles.map(([day, features], n) => article(from + n, day, ...features)));

test('the other way round the same pairs come out, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(side(0), side(4), fc.integer({ min: 1, max: 5 }), async (a, b, limit) => {
      const there = (await rank(a, b, limit)).map((pair) => pair.weight);
      const back = (await rank(b, a, limit)).map((pair) => pair.weight);
      expect(back).toEqual(there);
    }),
  );
});

test('each pair is given once, and no more than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(side(0), side(100), fc.integer({ min: 1, max: 5 }), async (a, b, limit) => {
      const pairs = await rank(a, b, limit);
      expect(pairs.length).toBeLessThanOrEqual(limit);
      expect(new Set(pairs.map((pair) => `${pair.a} ${pair.b}`)).size).toBe(pairs.length);
    }),
  );
});
