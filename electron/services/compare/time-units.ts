import { toPartialDate, type PartialDate } from '#shared/domain/partial-date';
import type { TimeUnit } from '#shared/domain/timeline';
import { fromDay, toDay, type DateNumber } from './days.ts';

/** As many bars as can still be told from one another in a picture of a page's width. */
const MOST_BARS = 120;
const MONDAY = 4; // of the days since 1970, which began on a Thursday

const daysLong: Record<TimeUnit, number> = { day: 1, week: 7, month: 30.44, year: 365.25 };
/** From the shortest. */
const UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'year'];

/**
 * The shortest unit in which all that is dated fits into a picture, and in which most of the dates are exact enough; dates of 0 are
 * of articles without one.
 */
export function chooseUnit(dates: readonly DateNumber[]): TimeUnit {
  const counts = countDates(dates);
  counts.delete(0);
  const dated = [...counts.keys()];
  const count = (some: readonly DateNumber[]) => some.reduce((sum, date) => sum + counts.get(date)!, 0);
  const isExactEnough = (unit: TimeUnit) =>
    count(dated.filter((date) => toBin(date, unit) !== undefined)) * 2 >= count(dated);
  const span = toLatestDay(dated) - toEarliestDay(dated);
  const fits = (unit: TimeUnit) => span / daysLong[unit] <= MOST_BARS;
  return UNITS.find((unit) => fits(unit) && isExactEnough(unit)) ?? 'year';
}

/** There are fewer days than articles. */
function countDates(dates: readonly DateNumber[]): Map<DateNumber, number> {
  const counts = new Map<DateNumber, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  return counts;
}

/** A year's or a month's first days stand for them. */
const toEarliestDay = (dates: readonly DateNumber[]) =>
  dates.reduce((first, date) => Math.min(first, toSomeDay(date)), Infinity);
const toLatestDay = (dates: readonly DateNumber[]) =>
  dates.reduce((last, date) => Math.max(last, toSomeDay(date)), -Infinity);
const toSomeDay = (date: DateNumber) => {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100 || 1, date % 100 || 1];
  return toDay(year * 10_000 + month * 100 + day) ?? 0;
};

/** Which bar a date belongs to, as a whole number that the next bar follows; undefined where the date is not exact enough. */
export function toBin(date: DateNumber, unit: TimeUnit): number | undefined {
  const [year, month] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100];
  if (date === 0) return undefined;
  if (unit === 'year') return year;
  if (unit === 'month') return month === 0 ? undefined : year * 12 + month - 1;
  const day = toDay(date);
  if (day === undefined || unit === 'day') return day;
  return Math.floor((day - MONDAY) / 7);
}

/** The first day, month or year of a bar. */
export function fromBin(bin: number, unit: TimeUnit): PartialDate {
  if (unit === 'year') return toPartialDate({ year: bin, month: null, day: null });
  if (unit === 'month') return toPartialDate({ year: Math.floor(bin / 12), month: (bin % 12) + 1, day: null });
  return fromDay(unit === 'week' ? bin * 7 + MONDAY : bin);
}
