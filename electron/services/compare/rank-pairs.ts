import type { BothSides } from '#shared/domain/comparison';

/**
 * An article as pairs are found by it. `day`: since 1970; undefined where it is not known. `features`: what it is about, each once:
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

/** Articles of one day of a side, or of no known day, with those that have each feature, by their place in the group. */
type Group = { articles: readonly PairableArticle[]; holders: Map<number, number[]> };

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
  const groups = { a: groupByDay(sides.a), b: groupByDay(sides.b) };
  const best = new BestPairs(limit);
  for (const [day, group] of groups.a) {
    for (const [other, days] of listDays(day, groups.b)) {
      const against = groups.b.get(other)!;
      fillHolders(group);
      fillHolders(against);
      await pairGroups(group, against, days, weightOf, best, pause);
      if (day !== undefined && other !== undefined && other < day) against.holders.clear(); // its last day to be read
    }
    group.holders.clear();
  }
  return best.list();
}

function groupByDay(articles: readonly PairableArticle[]): Map<number | undefined, Group> {
  const byDay = [...Map.groupBy(articles, ({ day }) => day)].sort(
    ([one], [other]) => (one ?? -Infinity) - (other ?? -Infinity),
  );
  return new Map(byDay.map(([day, own]) => [day, { articles: own, holders: new Map() }]));
}

/** The groups that those of a day are set against, and how far apart they are. */
function listDays(day: number | undefined, groups: ReadonlyMap<number | undefined, Group>) {
  if (day === undefined) return Array.from(groups.keys(), (other) => [other, null] as const);
  const near: (readonly [number | undefined, number | null])[] = [[undefined, null]];
  for (let by = -MOST_DAYS; by <= MOST_DAYS; by += 1) near.push([day + by, Math.abs(by)]);
  return near.filter(([other]) => groups.has(other));
}

function fillHolders({ articles, holders }: Group): void {
  if (holders.size > 0) return;
  articles.forEach(({ features }, n) => {
    for (const feature of features) {
      const known = holders.get(feature);
      if (known) known.push(n);
      else holders.set(feature, [n]);
    }
  });
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
      const there = b.holders.get(feature);
      if (!there || a.holders.get(feature)!.length * there.length > MOST_PAIRED_BY_ONE) continue;
      const weight = weightOf(feature);
      for (const n of there) {
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
