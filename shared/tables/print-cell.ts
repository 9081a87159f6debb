import type { Cell, Column } from './table.ts';

const formats = new Map<number, Intl.NumberFormat>();
const toFormat = (digits: number): Intl.NumberFormat => {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, made);
  return made;
};

/** A cell as people read it, on the page, at the command line and in the report: "3,982", "−1.9", "12 %"; a dash where undefined. */
export function printCell(cell: Cell, column: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return cell > 0 ? '∞' : '−∞';
  const { kind, digits = kind === 'number' ? 2 : kind === 'chance' ? 4 : 0 } = column;
  const least = 10 ** -digits;
  if (kind === 'chance' && cell > 0 && cell < least / 2) return `< ${toFormat(digits).format(least)}`;
  const read = toFormat(digits)
    .format(kind === 'percent' ? cell * 100 : cell)
    .replace('-', '−');
  return kind === 'percent' ? `${read} %` : read;
}
