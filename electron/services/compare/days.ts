import { toPartialDate, type PartialDate } from '#shared/domain/partial-date';

const DAY_MS = 86_400_000;

/** A date as one number, what is not known of it as zero (`20190116`, `20190100`, `20190000`), as the corpus lists articles. */
export type DateNumber = number;

/** Days since 1970; undefined where the day is not known, or there is no such day. */
export function toDay(date: DateNumber): number | undefined {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  if (month === 0 || day === 0) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day); // Date.UTC takes a year below 100 for one of the last century
  return time.getUTCDate() === day ? time.getTime() / DAY_MS : undefined;
}

/** The date of a day since 1970. */
export function fromDay(day: number): PartialDate {
  const time = new Date(day * DAY_MS);
  return toPartialDate({ year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() });
}

/** Null where nothing is known of it. */
export function toDate(date: DateNumber): PartialDate | null {
  if (date === 0) return null;
  const [month, day] = [Math.floor(date / 100) % 100, date % 100];
  return toPartialDate({ year: Math.floor(date / 10_000), month: month || null, day: day || null });
}
