/** Why a row cannot be taken; words for it stand in shared/messages/en/import.ts. */
export type RowFault =
  | { what: 'cells'; found: number; expected: number }
  | { what: 'quote' }
  | { what: 'json'; detail: string }
  | { what: 'not-object' }
  | { what: 'columns'; most: number };

/**
 * One row as it stands in the file. `n` counts all rows from 0, a header and blank ones too. `cells` stand in the order of the
 * table's columns; undefined where a row has none. `marks` are those of its U+FFFD, cell by cell.
 */
export type Row = {
  n: number;
  cells: (string | undefined)[];
  marks: (number | null)[];
  fault: RowFault | null;
};

/** The rows of a file; `columns` is whole once all rows were read, as those of JSON can bring new ones. */
export type Table = {
  columns: string[];
  delimiter: string | null;
  rows: Iterable<Row>;
};

/** Longest row that is taken. Unit: UTF-16. */
export const LONGEST_ROW = 32_000_000;
/** More columns than this are no table of articles. */
export const MOST_COLUMNS = 1000;
