import { ExpectedError } from '#shared/errors';
import type { Slice } from '../text/decode-slices.ts';
import { MarkQueue } from './mark-queue.ts';
import { nameColumns } from './name-columns.ts';
import { LONGEST_ROW, MOST_COLUMNS, type Row, type RowFault, type Table } from './table.ts';

/** One record of a CSV file (RFC 4180) and where it ends; `isBroken`: something stands behind a closing quote. */
export type CsvRecord = { cells: string[]; end: number; isBroken: boolean };

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

/**
 * The record that begins at `from`; undefined where its end is not there yet, or, in the last of the text, a quote is never
 * closed. Cells end at the delimiter, records at LF, CRLF or CR.
 *
 * We read CSV ourselves, as the load has to keep up with SQLite's own import: csv-parse, which the tests read the same files
 * with, takes four times as long.
 */
export function readRecord(text: string, from: number, delimiter: string, isLast: boolean): CsvRecord | undefined {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let isBroken = false;
  let at = from;
  for (;;) {
    let cell = '';
    const isQuoted = text.charCodeAt(at) === QUOTE;
    if (isQuoted) {
      const quoted = readQuoted(text, at);
      if (!quoted || (quoted.end === text.length && !isLast)) return undefined;
      cell = quoted.cell;
      at = quoted.end;
    }
    const start = at;
    let code = text.charCodeAt(at);
    while (code !== separator && code !== LF && code !== CR && at < text.length) code = text.charCodeAt((at += 1));
    isBroken ||= isQuoted && at > start;
    cells.push(isQuoted ? cell + text.slice(start, at) : text.slice(start, at));
    if (at === text.length) return isLast ? { cells, end: at, isBroken } : undefined;
    if (code === separator) {
      at += 1;
      continue;
    }
    if (code === LF) return { cells, end: at + 1, isBroken };
    if (at + 1 === text.length && !isLast) return undefined; // the LF of a CRLF may follow
    return { cells, end: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1, isBroken };
  }
}

/** A quoted cell, its doubled quotes made one, and where its closing quote ends; undefined where it is not closed. */
function readQuoted(text: string, at: number): { cell: string; end: number } | undefined {
  let cell = '';
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    if (text.charCodeAt(quote + 1) !== QUOTE) return { cell: cell + text.slice(from, quote), end: quote + 1 };
    cell += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

type NumberedRecord = Pick<Row, 'n' | 'marks'> & Pick<CsvRecord, 'isBroken'> & { cells: string[] };

/** All records of a text that comes in slices. Errors: table-quote-open, table-row-too-long. */
function* readRecords(slices: Iterable<Slice>, delimiter: string, file: string): Generator<NumberedRecord> {
  const marks = new MarkQueue();
  let text = '';
  let at = 0;
  /** Where `text` begins in the whole. */
  let offset = 0;
  let n = 0;
  const take = ({ cells, end, isBroken }: CsvRecord): NumberedRecord => {
    const record = { n, cells, isBroken, marks: marks.take(offset + at, offset + end) };
    at = end;
    n += 1;
    return record;
  };
  for (const slice of marks.tap(slices)) {
    text = at < text.length ? text.slice(at) + slice : slice;
    offset += at;
    at = 0;
    for (let record; (record = readRecord(text, at, delimiter, false));) yield take(record);
    if (text.length - at > LONGEST_ROW)
      throw new ExpectedError('table-row-too-long', { file, row: n + 1, limitMb: LONGEST_ROW / 1e6 });
  }
  while (at < text.length) {
    const record = readRecord(text, at, delimiter, true);
    if (!record) throw new ExpectedError('table-quote-open', { file, row: n + 1 });
    yield take(record);
  }
}

/** A CSV file as a table. A row that has not as many cells as there are columns is a fault; empty ones too many are not. */
export function readCsv(slices: Iterable<Slice>, delimiter: string, file: string): Table {
  const columns: string[] = [];
  return { columns, delimiter, rows: readRows(readRecords(slices, delimiter, file), columns, file) };
}

/** Errors: table-too-wide. */
function* readRows(records: Iterable<NumberedRecord>, columns: string[], file: string): Generator<Row> {
  for (const record of records) {
    if (record.cells.every((cell) => cell === '')) continue;
    if (columns.length > 0) yield toRow(record, columns.length);
    else {
      if (record.cells.length > MOST_COLUMNS) throw new ExpectedError('table-too-wide', { file, most: MOST_COLUMNS });
      const { names, isHeader } = nameColumns(record.cells);
      columns.push(...names);
      if (!isHeader) yield toRow(record, columns.length);
    }
  }
}

function toRow({ n, cells, isBroken, marks }: NumberedRecord, expected: number): Row {
  if (cells.length > expected && cells.slice(expected).every((cell) => cell === '')) cells.length = expected;
  const isRagged = cells.length !== expected;
  const fault: RowFault | null = isBroken
    ? { what: 'quote' }
    : isRagged
      ? { what: 'cells', found: cells.length, expected }
      : null;
  return { n, cells, marks, fault };
}
