import { z } from 'zod';
import { Sha256 } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/** Largest file that is taken as a table of articles. Source: docs/import.md. */
export const TABLE_LIMIT_MB = 2000;

export const TableFormat = z.enum(['csv', 'tsv', 'json', 'jsonl']);
export type TableFormat = z.infer<typeof TableFormat>;

/** What of an article a column can hold; all other columns are kept as metadata. */
export const ArticleField = z.enum(['text', 'title', 'outlet', 'date', 'byline', 'language', 'address']);
export type ArticleField = z.infer<typeof ArticleField>;

/** Which number of a date such as 4/5/17 is the day, the month and the year. */
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof DateOrder>;

/** The column of each field, by name; null for none, left out where the rules decide. */
export const ColumnMapping = z.partialRecord(ArticleField, z.string().max(500).nullable());
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How a person says that a table is to be read. */
export const TableChoice = z.object({
  map: ColumnMapping.default({}),
  dateOrder: DateOrder.nullable().default(null),
});
export type TableChoice = z.infer<typeof TableChoice>;

/** A row that cannot be taken; counted from 1, as a spreadsheet does. */
const RowProblem = z.object({ row: z.int(), reason: z.string() });

/** A byte that could not be read: its place in the file from 0, and where it shows as U+FFFD. */
export const StrayByte = z.object({
  byte: z.int(),
  row: z.int(),
  column: z.string(),
  before: z.string(),
  after: z.string(),
});
export type StrayByte = z.infer<typeof StrayByte>;

/**
 * How the dates of a column are written. `order` is null where no date is written in numbers alone, or `isOpen`: then the
 * rows do not tell which number is the month, such dates stay unknown, and `example` is one of them.
 */
export const DateReading = z.object({
  order: DateOrder.nullable(),
  isOpen: z.boolean(),
  example: z.string().nullable(),
  read: z.int(),
  unread: z.int(),
  first: PartialDate.nullable(),
  last: PartialDate.nullable(),
});
export type DateReading = z.infer<typeof DateReading>;

/**
 * How a table was read, and what of it was left out. `empty` are rows without a text; `problems` names the first of the
 * `refused` ones, `stray` shows the first of the `strayBytes`.
 */
export const TableReading = z.object({
  source: z.string(),
  sha256: Sha256,
  format: TableFormat,
  delimiter: z.string().nullable(),
  encoding: z.string(),
  columns: z.array(z.object({ name: z.string(), field: ArticleField.nullable() })),
  dates: DateReading,
  rows: z.int(),
  refused: z.int(),
  empty: z.array(z.int()),
  problems: z.array(RowProblem),
  strayBytes: z.array(z.int()),
  stray: z.array(StrayByte),
});
export type TableReading = z.infer<typeof TableReading>;
