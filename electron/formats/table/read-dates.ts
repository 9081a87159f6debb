import { DateOrder, type DateReading } from '#shared/domain/import-table';
import { PartialDate, toPartialDate, type DateParts } from '#shared/domain/partial-date';
import { parseDateLine, toLatinDigits } from '../text/date-lines.ts';

/** A date in numbers alone, with or without a time behind it; the year is not written first in four digits. */
const inNumbers = /^(\d{1,2})([/.\-\s])\s?(\d{1,2})\2\s?(\d{4}|\d{1,2})\.?(?:[T,\s].*)?$/u;
const yearFirst = /^(?<year>\d{4})(?:([-/.])(?<month>\d{1,2})(?:\2(?<day>\d{1,2}))?)?(?:[T\s].*)?$/u;

type Numbers = [number, number, number];

/** The three numbers of a date that the order of its column decides about, and how many digits each has. */
function parseNumbers(written: string): { numbers: Numbers; digits: Numbers } | undefined {
  const found = inNumbers.exec(toLatinDigits(written).trim());
  if (!found) return undefined;
  const parts = [found[1]!, found[3]!, found[4]!];
  return { numbers: parts.map(Number) as Numbers, digits: parts.map(({ length }) => length) as Numbers };
}

/** Two digits name a year from 1969 to 2068. Source: POSIX, strptime %y. */
const toYear = (number: number, digits: number) => (digits === 4 ? number : number + (number >= 69 ? 1900 : 2000));

/** Where day, month and year stand. */
const places: Readonly<Record<DateOrder, { day: number; month: number; year: number }>> = {
  dmy: { day: 0, month: 1, year: 2 },
  mdy: { day: 1, month: 0, year: 2 },
  ymd: { day: 2, month: 1, year: 0 },
};

function toDate({ numbers, digits }: { numbers: Numbers; digits: Numbers }, order: DateOrder): PartialDate | null {
  const { day, month, year } = places[order];
  if (digits[day]! > 2) return null;
  return toRealDate({ year: toYear(numbers[year]!, digits[year]!), month: numbers[month]!, day: numbers[day]! });
}

const toRealDate = (parts: DateParts) => PartialDate.safeParse(toPartialDate(parts)).data ?? null;

/** A date as it is written; in numbers alone by `order`. Null where it cannot be read so. */
export function readDate(written: string, order: DateOrder | null): PartialDate | null {
  const parts = parseNumbers(written);
  if (parts) return order && toDate(parts, order);
  const { year, month, day } = yearFirst.exec(toLatinDigits(written).trim())?.groups ?? {};
  const toNumber = (part: string | undefined) => (part === undefined ? null : Number(part));
  if (year !== undefined) return toRealDate({ year: Number(year), month: toNumber(month), day: toNumber(day) });
  return parseDateLine(written)?.date ?? null;
}

const ORDERS = DateOrder.options;
/** An order is taken in spite of some rows that it cannot read if any other fails for so many times as many. */
const CLEARLY = 20;

/** Tells from all dates of a column in which order they are written. */
export class DateSurvey {
  readonly #given: DateOrder | null;
  readonly #failed = { mdy: 0, dmy: 0, ymd: 0 };
  #numeric = 0;
  /** Dates whose day and month could change places and be another day. */
  #example: string | null = null;
  #isSame = true;

  constructor(given: DateOrder | null) {
    this.#given = given;
  }

  add(written: string): void {
    const parts = parseNumbers(written);
    if (!parts) return;
    this.#numeric += 1;
    for (const order of ORDERS) if (toDate(parts, order) === null) this.#failed[order] += 1;
    const [one, other] = [toDate(parts, 'mdy'), toDate(parts, 'dmy')];
    if (one !== null && other !== null && one !== other) {
      this.#isSame = false;
      this.#example ??= written;
    }
  }

  /** What the rows tell, or the person said. */
  finish(): Pick<DateReading, 'order' | 'isOpen' | 'example'> {
    const decide = (order: DateOrder | null) => ({ order, isOpen: false, example: null });
    if (this.#given !== null || this.#numeric === 0) return decide(this.#given);
    const { mdy, dmy, ymd } = this.#failed;
    const [order, few, many] = mdy <= dmy ? (['mdy', mdy, dmy] as const) : (['dmy', dmy, mdy] as const);
    // the year may always come first in 17/4/5: that is believed only where the others do not fit
    if (few > ymd * CLEARLY) return decide('ymd');
    if (many > few * CLEARLY || (this.#isSame && few === 0)) return decide(order);
    return { order: null, isOpen: true, example: this.#example };
  }
}
