import { z } from 'zod';
import { Block } from './block.ts';
import { ArticleId, Handle, Sha256 } from './ids.ts';
import { TableChoice, TableFormat, TableReading } from './import-table.ts';
import { PartialDate } from './partial-date.ts';
import { typedName } from './typed-text.ts';

/** What a file is taken for: what it looks like, a text, or a table of articles. */
export const ImportFormat = z.enum(['auto', 'text', ...TableFormat.options]);
export type ImportFormat = z.infer<typeof ImportFormat>;

/**
 * How files are to be read. `stray`: what to do with bytes that the encoding cannot read; by default a text is refused, and of a
 * table they are marked. `map` and `dateOrder` are for tables.
 */
export const ReadOptions = TableChoice.extend({
  format: ImportFormat.default('auto'),
  split: z.enum(['auto', 'never']).default('auto'),
  encoding: z.string().max(40).default('auto'),
  stray: z.enum(['refuse', 'mark']).optional(),
  outlet: typedName(200).nullable().default(null),
});
export type ReadOptions = z.infer<typeof ReadOptions>;

/** One article as an import would make it. `start` and `end` are its place in the page, in UTF-16. */
export const PlannedArticle = z.object({
  uid: ArticleId,
  start: z.int(),
  end: z.int(),
  title: z.string(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  outletFoundBy: z.string().nullable(),
  date: PartialDate.nullable(),
  dateWritten: z.string().nullable(),
  words: z.int(),
  blocks: z.array(Block),
  sha256: Sha256,
  status: z.enum(['new', 'already-there']),
  sameTextAs: ArticleId.nullable(),
});
export type PlannedArticle = z.infer<typeof PlannedArticle>;

/** One file as an import would take it. `cutBy` says in words why it was cut where it was. */
export const PlannedPage = z.object({
  handle: Handle,
  source: z.string(),
  sha256: Sha256,
  encoding: z.string(),
  strayBytes: z.array(z.int()),
  replaced: z.int(),
  text: z.string(),
  cutBy: z.string().nullable(),
  articles: z.array(PlannedArticle),
});
export type PlannedPage = z.infer<typeof PlannedPage>;

const FileFailure = z.object({ source: z.string(), message: z.string() });

/**
 * A file that would be left out, and what could be chosen for it: another encoding, marks for what it cannot read, which of the
 * `columns` of a table is the text, or that a table is one text.
 */
export const PlannedFailure = FileFailure.extend({
  handle: Handle,
  cause: z.enum(['not-utf8', 'stray-bytes', 'no-text-column', 'table', 'other']),
  columns: z.array(z.string()),
  suggestedEncoding: z.string().nullable(),
});
export type PlannedFailure = z.infer<typeof PlannedFailure>;

/**
 * What a person decided about one file. `cuts` are where articles begin, from 0, in UTF-16 of the page's text; left out,
 * the rules decide. `outlet` is that of a table's rows that name none. `sha256` is that of the file they looked at, so that another one is not imported in its place.
 */
export const PageChoice = z.object({
  handle: Handle,
  format: ImportFormat.optional(),
  table: TableChoice.optional(),
  outlet: typedName(200).optional(),
  sha256: Sha256.optional(),
  encoding: z.string().max(40).optional(),
  stray: z.enum(['refuse', 'mark']).optional(),
  cuts: z.array(z.int().nonnegative()).max(10_000).optional(),
  articles: z
    .array(
      z.object({
        start: z.int().nonnegative(),
        title: typedName(1000).optional(),
        outlet: typedName(200).nullable().optional(),
        date: PartialDate.nullable().optional(),
      }),
    )
    .max(10_000)
    .optional(),
});
export type PageChoice = z.infer<typeof PageChoice>;

export const ImportedArticle = z.object({
  uid: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  sha256: Sha256,
  source: z.string(),
  status: z.enum(['imported', 'already-there', 'would-be-imported']),
  sameTextAs: ArticleId.nullable(),
});
export type ImportedArticle = z.infer<typeof ImportedArticle>;

/** An article of a table with U+FFFD for what could not be read; `at` is where in its text, in UTF-16. */
const MarkedArticle = z.object({
  uid: ArticleId,
  row: z.int(),
  strayBytes: z.array(z.int()),
  at: z.array(z.int()),
  replaced: z.int(),
});
export type MarkedArticle = z.infer<typeof MarkedArticle>;

/**
 * A file with places that are U+FFFD now: bytes that could not be read, by position in the file, and NULs, by number. Of a table
 * `rows` says which articles they are in.
 */
export const MarkedPage = z.object({
  source: z.string(),
  encoding: z.string(),
  strayBytes: z.array(z.int()),
  replaced: z.int(),
  rows: z.array(MarkedArticle).optional(),
});
export type MarkedPage = z.infer<typeof MarkedPage>;

/**
 * A table as an import would take it: its first rows, cut short, and what they come to. `articles` lists them one by one where
 * that was asked for.
 */
export const PlannedTable = TableReading.extend({
  handle: Handle,
  head: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  fresh: z.int(),
  there: z.int(),
  sameText: z.int(),
  outlets: z.array(z.object({ name: z.string().nullable(), articles: z.int() })),
  articles: z.array(ImportedArticle),
  marked: z.array(MarkedArticle),
});
export type PlannedTable = z.infer<typeof PlannedTable>;

export const ImportPlan = z.object({
  pages: z.array(PlannedPage),
  tables: z.array(PlannedTable),
  errors: z.array(PlannedFailure),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

export const listMarked = (pages: MarkedPage[]): MarkedPage[] =>
  pages
    .filter(({ strayBytes, replaced }) => strayBytes.length > 0 || replaced > 0)
    .map(({ source, encoding, strayBytes, replaced, rows }) => ({
      source,
      encoding,
      strayBytes,
      replaced,
      ...(rows && { rows }),
    }));

/**
 * `skipped` names files, and rows of tables, of which nothing new came in, with the reason; `errors` those that were refused.
 * `imported` and `there` count the articles, `first` is the first that came in; `articles` lists them where that was asked for.
 */
export const ImportReport = z.object({
  articles: z.array(ImportedArticle),
  first: ArticleId.nullable(),
  imported: z.int(),
  there: z.int(),
  skipped: z.array(z.object({ source: z.string(), reason: z.string() })),
  errors: z.array(FileFailure),
  marked: z.array(MarkedPage),
  tables: z.array(TableReading),
});
export type ImportReport = z.infer<typeof ImportReport>;
