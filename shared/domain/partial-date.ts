import { z } from 'zod';

/** A date as exactly as it is known: `2019`, `2019-01` or `2019-01-16`; no time zone is invented. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'Write a date as 2019, 2019-01 or 2019-01-16')
  .refine((written) => isRealDate(written), 'There is no such day');
export type PartialDate = z.infer<typeof PartialDate>;

export const isPartialDate = (text: string): text is PartialDate => PartialDate.safeParse(text).success;

export type DateParts = { year: number; month: number | null; day: number | null };

function isRealDate(written: string): boolean {
  const { year, month, day } = toDateParts(written);
  if (month === null || day === null) return true;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function toDateParts(written: string): DateParts {
  const [year, month, day] = written.split('-').map(Number);
  return { year: year!, month: month ?? null, day: day ?? null };
}

export function toPartialDate({ year, month, day }: DateParts): PartialDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  if (month === null) return pad(year, 4);
  return day === null ? `${pad(year, 4)}-${pad(month, 2)}` : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
