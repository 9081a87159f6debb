/** What a column holds: words of ours or of others, dates, or numbers, which stand at the end. */
export type DataColumn = {
  title: string;
  kind: 'text' | 'theirs' | 'date' | 'count' | 'number' | 'percent' | 'chance';
  digits?: number;
  isSigned?: boolean;
};
/** Null where a value is undefined. */
export type DataCell = string | number | null;
export type DataTableValue = {
  title: string;
  note?: string;
  columns: readonly DataColumn[];
  rows: readonly (readonly DataCell[])[];
};

/** What a cell reads as. */
export type Print = (cell: DataCell, column: DataColumn) => string;

/** A column that rows are sorted by; null for the table's own order. */
export type SortBy = { column: number; direction: 'ascending' | 'descending' } | null;

export const isNumeric = ({ kind }: DataColumn) => kind !== 'text' && kind !== 'theirs' && kind !== 'date';

/** How a press on a column's head goes on: first the way that is looked for, then the other, then the table's own order. */
export function toNextSort(now: SortBy, column: number, isOfNumbers: boolean): SortBy {
  const first = isOfNumbers ? 'descending' : 'ascending';
  if (now?.column !== column) return { column, direction: first };
  if (now.direction === first) return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
  return null;
}

const words = new Intl.Collator('en', { numeric: true });

const asStored = (cell: DataCell) => String(cell ?? '');

/**
 * Indices of the rows that hold what was typed, in the order that was asked for; what is undefined comes last. A date is found as
 * `print` has people read it.
 */
export function listRows(
  { columns, rows }: DataTableValue,
  typed: string,
  sort: SortBy,
  print: Print = asStored,
): number[] {
  const wanted = typed.trim().toLowerCase();
  const inWords = columns.flatMap((column, n) => (isNumeric(column) ? [] : [n]));
  const found = rows.flatMap((row, n) =>
    wanted === '' ||
    inWords.some((column) =>
      (columns[column]!.kind === 'date' ? print(row[column]!, columns[column]!) : asStored(row[column]!))
        .toLowerCase()
        .includes(wanted),
    )
      ? [n]
      : [],
  );
  if (!sort) return found;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return found.sort((a, b) => compare(rows[a]![sort.column]!, rows[b]![sort.column]!, sign));
}

function compare(a: DataCell, b: DataCell, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b)));
}

/** Rows as spreadsheets take them: cells parted by tabs, numbers with all their digits. */
export function toTabbed({ columns, rows }: DataTableValue, shown: readonly number[]): string {
  const lines = [columns.map(({ title }) => title), ...shown.map((n) => rows[n]!.map((cell) => String(cell ?? '')))];
  return lines.map((cells) => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t')).join('\n');
}
