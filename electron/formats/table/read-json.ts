import { ExpectedError } from '#shared/errors';
import type { Slice } from '../text/decode-slices.ts';
import { MarkQueue } from './mark-queue.ts';
import { splitJson, type RawRow } from './split-json.ts';
import { LONGEST_ROW, MOST_COLUMNS, type Row, type Table } from './table.ts';

/** Objects in objects make columns such as "source.name" down to here; below that they are kept as JSON. */
const DEEPEST = 4;

/** JSON as a table: each object of its list is a row; see `splitJson`. */
export function readJson(slices: Iterable<Slice>, file: string): Table {
  const marks = new MarkQueue();
  return toTable(splitJson(marks.tap(slices), file), marks);
}

/** JSONL as a table: each line is a row, and one that is no JSON is a fault of that row alone. */
export function readJsonLines(slices: Iterable<Slice>, file: string): Table {
  const marks = new MarkQueue();
  return toTable(splitLines(marks.tap(slices), file), marks);
}

/** Errors: table-row-too-long. */
function* splitLines(texts: Iterable<string>, file: string): Generator<RawRow> {
  let rest = '';
  let start = 0;
  let row = 1;
  for (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const raw of lines) {
      yield { raw, start, end: start + raw.length };
      start += raw.length + 1;
    }
    row += lines.length;
    if (rest.length > LONGEST_ROW)
      throw new ExpectedError('table-row-too-long', { file, row, limitMb: LONGEST_ROW / 1e6 });
  }
  if (rest !== '') yield { raw: rest, start, end: start + rest.length };
}

function toTable(rawRows: Iterable<RawRow>, marks: MarkQueue): Table {
  const columns: string[] = [];
  return { columns, delimiter: null, rows: readRows(rawRows, marks, columns) };
}

function* readRows(rawRows: Iterable<RawRow>, queue: MarkQueue, columns: string[]): Generator<Row> {
  const places = new Map<string, number>();
  let n = -1;
  for (const { raw, start, end } of rawRows) {
    n += 1;
    const marks = queue.take(start, end);
    if (raw.trim() !== '') yield { n, marks, ...toCells(raw, columns, places) };
  }
}

function toCells(raw: string, columns: string[], places: Map<string, number>): Pick<Row, 'cells' | 'fault'> {
  let value: unknown;
  try {
    value = parseJson(raw);
  } catch (error) {
    return { cells: [], fault: { what: 'json', detail: (error as Error).message } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || rawJson.isRawJSON(value))
    return { cells: [], fault: { what: 'not-object' } };
  const cells: string[] = [];
  for (const [name, cell] of listMembers(value, '', 1)) {
    let place = places.get(name);
    if (place === undefined) {
      if (columns.length === MOST_COLUMNS) return { cells: [], fault: { what: 'columns', most: MOST_COLUMNS } };
      places.set(name, (place = columns.length));
      columns.push(name);
    }
    cells[place] = cell;
  }
  return { cells, fault: null };
}

/** In the library of types that we compile with these are not there yet. */
const rawJson = JSON as unknown as { rawJSON(text: string): object; isRawJSON(value: unknown): boolean };

/** Numbers stay as they are written: 1.10, and identifiers of twenty digits. */
const parseJson = (raw: string): unknown =>
  JSON.parse(raw, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? rawJson.rawJSON(context.source) : value,
  );

function* listMembers(value: object, prefix: string, depth: number): Generator<[string, string]> {
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    const name = prefix + key;
    if (member === null) continue;
    const isNested = typeof member === 'object' && !Array.isArray(member) && !rawJson.isRawJSON(member);
    if (typeof member === 'string') yield [name, member];
    else if (isNested && depth < DEEPEST) yield* listMembers(member, `${name}.`, depth + 1);
    else yield [name, JSON.stringify(member)];
  }
}
