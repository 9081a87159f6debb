import { hash as digest } from 'node:crypto';
import type { DealMode } from '#shared/domain/work';

/** `date`: year, month and day as one number; what is not known is zero. `outlet`: by uid, which is the same in every copy of a corpus. */
export type DealtArticle = { uid: string; outlet: string | null; date: number };

export type Deal = { people: readonly string[]; mode: DealMode; share: number; seed: number };

/**
 * Who gets which article: for each article, by uid, one person or more. The same for the same articles, whatever their order.
 *
 * `double`: of each month of each outlet the share that two people get is right to within one article. Each pair of people comes up
 * equally often, and everybody gets as many articles as the others to within two.
 */
export function dealArticles(
  articles: readonly DealtArticle[],
  { people, mode, share, seed }: Deal,
): Map<string, string[]> {
  const inOrder = toStrata(articles, seed);
  if (mode === 'all') return new Map(inOrder.map(({ uid }) => [uid, [...people]]));
  const shared = new Set(mode === 'double' ? sample(inOrder, share, seed) : []);
  const loads = people.map(() => 0);
  const dealt = new Map<string, string[]>();
  const give = (uid: string, ...to: number[]) => {
    for (const n of to) loads[n]! += 1;
    dealt.set(
      uid,
      to.map((n) => people[n]!),
    );
  };
  for (const [n, { uid }] of inOrder.filter((each) => shared.has(each.uid)).entries())
    give(uid, ...toPair(n, people.length));
  let last = -1;
  for (const { uid } of inOrder.filter((each) => !shared.has(each.uid))) give(uid, (last = findNext(loads, last)));
  return dealt;
}

/** By outlet and month; within a month as the seed says. */
function toStrata(articles: readonly DealtArticle[], seed: number): DealtArticle[] {
  const month = ({ date }: DealtArticle) => Math.floor(date / 100);
  return articles
    .map((article) => ({ article, place: hash(seed, article.uid) }))
    .sort(
      (a, b) =>
        compare(a.article.outlet ?? '', b.article.outlet ?? '') ||
        month(a.article) - month(b.article) ||
        compare(a.place, b.place),
    )
    .map(({ article }) => article);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every so many-th of a list, from a start that the seed says: of any stretch of it the share is right to within one.
 *
 * Source: systematic sampling (Madow and Madow 1944, Annals of Mathematical Statistics 15).
 */
function sample(inOrder: readonly DealtArticle[], share: number, seed: number): string[] {
  const start = parseInt(hash(seed, 'start').slice(0, 8), 16) / 2 ** 32;
  const countTo = (n: number) => Math.floor(start + n * share + 1e-9);
  return inOrder.filter((_, n) => countTo(n + 1) > countTo(n)).map(({ uid }) => uid);
}

/** The n-th pair of so many people: each of them comes up twice before anybody does a third time. */
function toPair(n: number, people: number): [number, number] {
  const first = n % people;
  const apart = 1 + (Math.floor(n / people) % (people - 1));
  return [first, (first + apart) % people];
}

/** Whoever has least, the next after the last one where several have. */
function findNext(loads: readonly number[], last: number): number {
  const least = Math.min(...loads);
  for (let by = 1; ; by += 1) {
    const n = (last + by) % loads.length;
    if (loads[n] === least) return n;
  }
}

const hash = (seed: number, text: string) => digest('sha256', `${seed} ${text}`);
