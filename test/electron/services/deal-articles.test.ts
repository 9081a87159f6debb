import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealArticles, type DealtArticle } from '../../../electron/services/deal-articles.ts';

const anyArticles = fc
  .array(fc.record({ outlet: fc.constantFrom('a', 'b', 'c', null), month: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 120,
  })
  .map((list) =>
    list.map(({ outlet, month }, n): DealtArticle => ({ uid: `article ${n}`, outlet, date: month * 100 + (n % 28) })),
  );
const anyShare = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const anyPeople = fc.integer({ min: 2, max: 6 }).map((n) => Array.from({ length: n }, (_, at) => `person ${at}`));

const count = (dealt: ReadonlyMap<string, string[]>, person: string, isShared = false) =>
  [...dealt.values()].filter((own) => own.includes(person) && (!isShared || own.length > 1)).length;
const spread = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers);

describe('articles that some of are tagged by two', () => {
  test('are drawn alike from every outlet and month, to within one article', () => {
    fc.assert(
      fc.property(anyArticles, anyShare, anyPeople, fc.nat(99), (articles, share, people, seed) => {
        const dealt = dealArticles(articles, { people, mode: 'double', share, seed });
        const strata = Map.groupBy(articles, ({ outlet, date }) => `${outlet} ${Math.floor(date / 100)}`);
        const outlets = Map.groupBy(articles, ({ outlet }) => `${outlet}`);
        for (const own of [...strata.values(), ...outlets.values(), articles]) {
          const shared = own.filter(({ uid }) => dealt.get(uid)!.length === 2).length;
          expect(Math.abs(shared - own.length * share)).toBeLessThan(1 + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('come to the same people again by the same seed, in whatever order they are named', () => {
    fc.assert(
      fc.property(anyArticles, anyShare, anyPeople, fc.nat(99), (articles, share, people, seed) => {
        const deal = { people, mode: 'double', share, seed } as const;
        const toList = (dealt: Map<string, string[]>) => [...dealt].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(toList(dealArticles(articles.toReversed(), deal))).toEqual(toList(dealArticles(articles, deal)));
      }),
      { numRuns: 40 },
    );
  });

  test('are dealt out evenly, with two different people for each', () => {
    fc.assert(
      fc.property(anyArticles, anyShare, anyPeople, (articles, share, people) => {
        const dealt = dealArticles(articles, { people, mode: 'double', share, seed: 1 });
        expect(dealt.size).toBe(articles.length);
        for (const own of dealt.values()) expect(new Set(own).size).toBe(own.length);
        expect(spread(people.map((person) => count(dealt, person)))).toBeLessThanOrEqual(2);
        expect(spread(people.map((person) => count(dealt, person, true)))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  test('are others by another seed', () => {
    const articles = Array.from({ length: 200 }, (_, n) => ({ uid: `${n}`, outlet: 'a', date: 20240101 }));
    const draw = (seed: number) => {
      const dealt = dealArticles(articles, { people: ['x', 'y'], mode: 'double', share: 0.2, seed });
      return [...dealt].flatMap(([uid, own]) => (own.length > 1 ? [uid] : [])).sort();
    };
    expect(draw(1)).toHaveLength(40);
    expect(draw(2)).not.toEqual(draw(1));
  });
});

test('each article to all gives it to everybody; each to one gives everybody as many, of every outlet', () => {
  const articles = Array.from({ length: 30 }, (_, n) => ({ uid: `${n}`, outlet: n % 3 ? 'a' : 'b', date: n }));
  const people = ['x', 'y', 'z'];
  const all = dealArticles(articles, { people, mode: 'all', share: 0.5, seed: 1 });
  expect([...all.values()].every((own) => own.length === 3)).toBe(true);
  const even = dealArticles(articles, { people, mode: 'even', share: 0.5, seed: 1 });
  expect([...even.values()].every((own) => own.length === 1)).toBe(true);
  for (const outlet of ['a', 'b']) {
    const own = new Map([...even].filter(([uid]) => articles[Number(uid)]!.outlet === outlet));
    expect(spread(people.map((person) => count(own, person)))).toBeLessThanOrEqual(1);
  }
});
