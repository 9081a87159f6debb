import { csvMessages } from '#shared/messages/en/formats/csv';
import type { FileSet } from '../found.ts';
import { isStray } from '../json/read-file-values.ts';
import { findDelimiter } from '../table/find-delimiter.ts';
import { nameColumns } from '../table/name-columns.ts';
import { readRecord, type CsvRecord } from '../table/read-csv.ts';
import { LONGEST_ROW } from '../table/table.ts';

/** The cells of one row, or why it cannot be read. `line`: where it begins, from 1; `n`: its number, from 1. */
export type TableRow = { line: number; n: number } & ({ cells: string[] } | { reason: string });

/** What parts the cells of a table. */
const delimiterOf = (files: FileSet, name: string): string =>
  /\.(tsv|tab)$/iu.test(name) ? '\t' : findDelimiter(files.head(name), files.sizeOf(name) <= 65_536);

/** The names of a table's columns, as they stand in its first row; none where that is data. */
export function readColumns(files: FileSet, name: string): string[] {
  const head = files.head(name).replace(/^\uFEFF/u, '');
  const first = readRecord(head, 0, delimiterOf(files, name), true);
  if (!first || first.cells.length < 2) return [];
  const { names, isHeader } = nameColumns(first.cells);
  return isHeader ? names : [];
}

/** All rows behind the first; one that cannot be read is said to be so, and the others follow. */
export function* readRows(files: FileSet, name: string, columns: readonly string[]): Generator<TableRow> {
  let last = { line: 1, n: 0 };
  try {
    for (const row of readCells(files, name, columns)) {
      last = row;
      yield row;
    }
  } catch (error) {
    if (!isStray(error)) throw error;
    yield { line: error.values.line ?? last.line, n: last.n + 1, reason: error.values.reason };
  }
}

function* readCells(files: FileSet, name: string, columns: readonly string[]): Generator<TableRow> {
  let n = -1;
  for (const { cells, isBroken, line, isOpen } of readRecords(files.slices(name), delimiterOf(files, name))) {
    if (cells.every((cell) => cell === '') && !isOpen) continue;
    n += 1;
    if (n === 0) continue;
    while (cells.length > columns.length && cells.at(-1) === '') cells.pop();
    if (isOpen) yield { line, n, reason: csvMessages.openQuote };
    else if (isBroken) yield { line, n, reason: csvMessages.badQuotes };
    else if (cells.length !== columns.length)
      yield { line, n, reason: csvMessages.cells(cells.length, columns.length) };
    else yield { line, n, cells };
  }
}

type Numbered = Omit<CsvRecord, 'end'> & { line: number; isOpen: boolean };

function* readRecords(slices: Iterable<string>, delimiter: string): Generator<Numbered> {
  let text = '';
  let at = 0;
  let line = 1;
  /** A record that does not end yet is looked at again when there is twice as much of it. */
  let enough = 0;
  const take = ({ cells, end, isBroken }: CsvRecord): Numbered => {
    const record = { cells, isBroken, line, isOpen: false };
    line += countLines(text, at, end);
    at = end;
    return record;
  };
  for (const slice of slices) {
    text += slice;
    if (text.length < enough) continue;
    for (let record; (record = readRecord(text, at, delimiter, false));) yield take(record);
    text = text.slice(at);
    at = 0;
    enough = text.length * 2;
    if (text.length > LONGEST_ROW) break;
  }
  while (at < text.length) {
    const record = text.length > LONGEST_ROW ? undefined : readRecord(text, at, delimiter, true);
    yield record ? take(record) : { cells: [], isBroken: false, line, isOpen: true };
    if (!record) return;
  }
}

function countLines(text: string, from: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
