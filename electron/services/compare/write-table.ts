import { stringify } from 'csv-stringify/sync';
import type { Table } from '#shared/tables/table';
import { guardFormula } from '../../formats/csv/cells.ts';

/** A table as CSV (RFC 4180 but for the line ends, UTF-8): numbers with all their digits, a share of 12 % as 0.12, what is undefined empty. */
export function writeTable({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell)));
  return stringify([columns.map(({ title }) => guardFormula(title)), ...cells], {
    record_delimiter: '\n',
    quoted_match: /\r/u, // many readers end a row at a bare return too
  });
}
