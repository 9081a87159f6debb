import type { BothSides, SideName } from '#shared/domain/comparison';
import type { ComparedArticle } from './comparison.ts';
import { toDay } from './days.ts';

/** Days in a row on which one side has articles and the other has none. Unit: days since 1970, both inclusive. */
type SilentDays = { has: SideName; from: number; to: number; articles: number; example: number };

/** `span`: the days that both sides cover, with how many articles they have in it; undefined where they do not meet. */
export type ComparedDays = {
  span: { from: number; to: number; articles: BothSides<number> } | undefined;
  runs: SilentDays[];
  undated: BothSides<number>;
};

type Day = { articles: number; example: number };

/** Compares the days of both sides, from the later of their first articles to the earlier of their last. */
export function compareDays(articles: BothSides<readonly ComparedArticle[]>): ComparedDays {
  const [a, b] = [countByDay(articles.a), countByDay(articles.b)];
  const undated = { a: articles.a.length - sum(a), b: articles.b.length - sum(b) };
  const from = Math.max(findFirst(a), findFirst(b));
  const to = Math.min(findLast(a), findLast(b));
  if (from > to) return { span: undefined, runs: [], undated };
  const within = (days: Map<number, Day>) => new Map([...days].filter(([day]) => day >= from && day <= to));
  const [inA, inB] = [within(a), within(b)];
  const runs = [...joinDays('a', inA, inB), ...joinDays('b', inB, inA)];
  return { span: { from, to, articles: { a: sum(inA), b: sum(inB) } }, runs, undated };
}

function countByDay(articles: readonly ComparedArticle[]): Map<number, Day> {
  const dates = new Map<number, Day>();
  for (const { id, date } of articles) {
    const known = dates.get(date);
    if (known) known.articles += 1;
    else dates.set(date, { articles: 1, example: id });
  }
  const days = new Map<number, Day>();
  for (const [date, counted] of dates) {
    const day = toDay(date);
    if (day !== undefined) days.set(day, counted);
  }
  return days;
}

function joinDays(has: SideName, own: ReadonlyMap<number, Day>, other: ReadonlyMap<number, Day>): SilentDays[] {
  const runs: SilentDays[] = [];
  const alone = [...own].filter(([day]) => !other.has(day)).sort(([x], [y]) => x - y);
  for (const [day, { articles, example }] of alone) {
    const last = runs.at(-1);
    if (last?.to === day - 1) {
      last.to = day;
      last.articles += articles;
    } else runs.push({ has, from: day, to: day, articles, example });
  }
  return runs;
}

const sum = (days: ReadonlyMap<number, Day>) => [...days.values()].reduce((all, { articles }) => all + articles, 0);
const findFirst = (days: ReadonlyMap<number, Day>) => [...days.keys()].reduce((x, y) => Math.min(x, y), Infinity);
const findLast = (days: ReadonlyMap<number, Day>) => [...days.keys()].reduce((x, y) => Math.max(x, y), -Infinity);
