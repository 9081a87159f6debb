import { isPartialDate } from '../domain/partial-date.ts';
import { dateWords } from '../messages/en/ui.ts';
import type { Cell, Column } from './table.ts';

const formats = new Map<string, Intl.NumberFormat>();
const toFormat = (digits: number, signDisplay: 'negative' | 'exceptZero' = 'negative'): Intl.NumberFormat => {
  const key = `${digits} ${signDisplay}`;
  const known = formats.get(key);
  if (known) return known;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = new Intl.NumberFormat('en-GB', { ...fraction, signDisplay });
  formats.set(key, made);
  return made;
};

/** A cell as people read it, on the page, at the command line and in the report: "3,982", "−1.9", "+0.3", "12 %", "12 Mar 2024"; a dash where undefined. */
export function printCell(cell: Cell, column: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return column.kind === 'date' && isPartialDate(cell) ? dateWords(cell) : cell;
  if (!Number.isFinite(cell)) return cell > 0 ? '∞' : '−∞';
  const { kind, isSigned = false, digits = kind === 'number' ? 2 : kind === 'chance' ? 4 : 0 } = column;
  const least = 10 ** -digits;
  if (kind === 'chance' && cell > 0 && cell < least / 2) return `< ${toFormat(digits).format(least)}`;
  const read = toFormat(digits, isSigned ? 'exceptZero' : 'negative')
    .format(kind === 'percent' ? cell * 100 : cell)
    .replace('-', '−');
  return kind === 'percent' ? `${read} %` : read;
}
