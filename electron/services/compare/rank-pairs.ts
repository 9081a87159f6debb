import type { BothSides } from '#shared/domain/comparison';

/**
 * An article as pairs are found by it. `id`: of pairs that are worth the same those of lower ones come first. `day`: since 1970; undefined where it is not known. `features`: what it is about, each once:
 * numbers that mean the same on either side.
 */
export type PairableArticle = { id: number; day: number | undefined; features: readonly number[] };

/** Two articles, by id, with the features that stand in both, and what these and the days come to. */
export type RankedPair = { a: number; b: number; days: number | null; shared: readonly number[]; weight: number };

type Pause = () => Promise<void> | undefined;

/** Days that two articles may lie apart, where both days are known. */
const MOST_DAYS = 1;

/**
 * A feature is left aside between two groups of articles where it would pair so many of them: it tells none apart there, and the
 * work stays in proportion to the articles.
 */
const MOST_PAIRED_BY_ONE = 1000;

/** The same day speaks for a pair more than the next; a day that is not known, less than either. */
const weightOfDays = (days: number | null) => (days === null ? 0.5 : 1 / (1 + days / 2));

/**
 * Articles of one day of a side, or of no known day. `held`: which of them have each feature, one number for both (`toHeld`), in order: so
 * that those of a feature lie together. Maps of lists for each day would leave a hundred megabytes behind that nobody clears away soon.
 */
type Group = { articles: readonly PairableArticle[]; held: Float64Array };

/** More than any group has articles. */
const SPREAD = 2 ** 24;
/** `n`: the article's place in the group. */
const toHeld = (feature: number, n: number) => feature * SPREAD + n;

/**
 * The pairs of an article of A and one of B that share most, the rarer the more, `limit` of them, best first. Each article is set
 * only against those of the same and the next days that share a feature with it; without a day, against all that do. The other way
 * round the same pairs come out. Asks `pause` at each article whether to wait.
 */
export async function rankPairs(
  sides: BothSides<readonly PairableArticle[]>,
  limit: number,
  weightOf: (feature: number) => number,
  pause: Pause,
): Promise<RankedPair[]> {
  const groups = { a: await groupByDay(sides.a, pause), b: await groupByDay(sides.b, pause) };
  const best = new BestPairs(limit);
  for (const [day, group] of groups.a)
    for (const [other, days] of listDays(day, groups.b))
      await pairGroups(group, groups.b.get(other)!, days, weightOf, best, pause);
  return best.list();
}

async function groupByDay(articles: readonly PairableArticle[], pause: Pause): Promise<Map<number | undefined, Group>> {
  const groups = new Map<number | undefined, Group>();
  for (const [day, own] of Map.groupBy(articles, (article) => article.day)) {
    const waiting = pause();
    if (waiting) await waiting;
    groups.set(day, { articles: own, held: listHeld(own) });
  }
  return groups;
}

function listHeld(articles: readonly PairableArticle[]): Float64Array {
  const held = new Float64Array(articles.reduce((sum, { features }) => sum + features.length, 0));
  let at = 0;
  for (const [n, { features }] of articles.entries())
    for (const feature of features) {
      held[at] = toHeld(feature, n);
      at += 1;
    }
  return held.sort();
}

/** The groups that those of a day are set against, and how far apart they are. */
function listDays(day: number | undefined, groups: ReadonlyMap<number | undefined, Group>) {
  if (day === undefined) return Array.from(groups.keys(), (other) => [other, null] as const);
  const near: (readonly [number | undefined, number | null])[] = [[undefined, null]];
  for (let by = -MOST_DAYS; by <= MOST_DAYS; by += 1) near.push([day + by, Math.abs(by)]);
  return near.filter(([other]) => groups.has(other));
}

/** Where those that have a feature begin in `held`, and before which place they end. */
const findHolders = ({ held }: Group, feature: number): [from: number, to: number] => [
  findFirst(held, toHeld(feature, 0)),
  findFirst(held, toHeld(feature + 1, 0)),
];

/** The place of the first number that is not less. */
function findFirst(inOrder: Float64Array, least: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function pairGroups(
  a: Group,
  b: Group,
  days: number | null,
  weightOf: (feature: number) => number,
  best: BestPairs,
  pause: Pause,
): Promise<void> {
  const sums = new Float64Array(b.articles.length);
  const touched: number[] = [];
  for (const { id, features } of a.articles) {
    const waiting = pause();
    if (waiting) await waiting;
    for (const feature of features) {
      const [from, to] = findHolders(b, feature);
      if (from === to || isCommon(a, feature, to - from)) continue;
      const weight = weightOf(feature);
      for (let at = from; at < to; at += 1) {
        const n = b.held[at]! % SPREAD;
        if (sums[n] === 0) touched.push(n);
        sums[n]! += weight;
      }
    }
    for (const n of touched) {
      const weight = round(sums[n]! * weightOfDays(days));
      sums[n] = 0;
      const other = b.articles[n]!;
      if (other.id === id || !best.takes(weight)) continue;
      const has = new Set(other.features);
      best.add({ a: id, b: other.id, days, weight, shared: features.filter((feature) => has.has(feature)) });
    }
    touched.length = 0;
  }
}

function isCommon(group: Group, feature: number, there: number): boolean {
  const [from, to] = findHolders(group, feature);
  return (to - from) * there > MOST_PAIRED_BY_ONE;
}

/** Sums of the same in another order are the same. */
const round = (weight: number) => Math.round(weight * 1e6) / 1e6;

/** Keeps the best so many of any number of pairs. */
class BestPairs {
  #pairs: RankedPair[] = [];
  #least = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  takes(weight: number): boolean {
    return weight >= this.#least && weight > 0;
  }

  add(pair: RankedPair): void {
    this.#pairs.push(pair);
    if (this.#pairs.length >= 4 * this.#limit) this.#cut();
  }

  list(): RankedPair[] {
    this.#cut();
    return this.#pairs;
  }

  #cut(): void {
    this.#pairs.sort(byWeight);
    if (this.#pairs.length < this.#limit) return;
    this.#pairs.length = this.#limit;
    this.#least = this.#pairs.at(-1)!.weight;
  }
}

/** Of equal ones in an order that is the same the other way round. */
const byWeight = (one: RankedPair, other: RankedPair) =>
  other.weight - one.weight ||
  Math.min(one.a, one.b) - Math.min(other.a, other.b) ||
  Math.max(one.a, one.b) - Math.max(other.a, other.b) ||
  one.a - other.a;
