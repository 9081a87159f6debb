import type { FormatName } from '#shared/domain/dataset';
import type { FileSet, Found, FoundDocument, FormatReader } from '../found.ts';
import { ArticleRows } from './article-rows.ts';
import { readBeside, toDocument, type Beside } from './beside.ts';
import { areAnnotations, mapColumns, type Columns } from './columns.ts';
import { createFieldReader, type Fields } from './fields.ts';
import { readColumns, readRows } from './read-records.ts';
import { readEntities } from './read-entities.ts';
import { createRowReader } from './to-annotation.ts';

/** So many rows tell whether a column `text` holds texts, or the words that are tagged. */
const ROWS_TO_TELL = 50;

/**
 * Reads tables of annotations, a row each: our own, with what lies beside them, and those of others by the names of their
 * columns. Rows of one article that stand together are one document.
 */
export const createTableReader = (name: Extract<FormatName, 'csv' | 'tsv'>): FormatReader => {
  const listTables = ({ names }: FileSet) =>
    names.filter((each) => (name === 'tsv' ? /\.(tsv|tab)$/iu : /\.csv$/iu).test(each));
  return {
    name,
    unit: 'codepoint',
    recognises: (files) => listTables(files).some((each) => areAnnotations(mapColumns(readColumns(files, each)))),
    *read(files) {
      const tables = listTables(files);
      const refused: Found[] = [];
      const refuse = (file: string, line: number, reason: string) => refused.push({ refused: { file, line, reason } });
      const beside = readBeside(files, tables, refuse);
      for (const entity of readEntities(files, tables, refuse)) {
        beside.refs.set(entity.uid ?? '', entity.refs);
        yield { entity };
      }
      const articles = new ArticleRows(files, tables, refuse);
      for (const table of tables) {
        const columns = mapColumns(readColumns(files, table));
        if (!areAnnotations(columns)) continue;
        yield* readTable(files, table, {
          columns: tellDocuments(files, table, tellTexts(files, table, columns)),
          articles,
          beside,
        });
      }
      // articles in which nothing is tagged
      for (const { key, file, fields } of articles.rest()) yield { document: toDocument(file, key, fields, beside) };
      yield* refused;
    },
  };
};

/** A column `text` whose cells are as long as their offsets say holds the words that are tagged. */
function tellTexts(files: FileSet, table: string, columns: Columns): Columns {
  const { start, end, text, quote } = columns.of;
  if (text === undefined || quote !== undefined || start === undefined || end === undefined) return columns;
  let told = 0;
  for (const row of readRows(files, table, columns.names)) {
    if (!('cells' in row)) continue;
    const long = Number(row.cells[end]) - Number(row.cells[start]);
    const words = row.cells[text]!;
    if (words.length !== long && Array.from(words).length !== long) return columns;
    told += 1;
    if (told === ROWS_TO_TELL) break;
  }
  if (told === 0) return columns;
  const of = { ...columns.of, quote: text };
  delete of.text;
  return { ...columns, of };
}

/** Where nothing else says which text a row is of, an id that several rows share does. */
function tellDocuments(files: FileSet, table: string, columns: Columns): Columns {
  const { document, text, ...of } = columns.of;
  if (document !== undefined || text !== undefined) return columns;
  const ids = columns.names.flatMap((name, at) => (/^id$/iu.test(name) ? at : []));
  const seen = new Map(ids.map((at) => [at, new Set<string>()]));
  let told = 0;
  for (const row of readRows(files, table, columns.names)) {
    if (!('cells' in row)) continue;
    for (const [at, known] of seen) {
      const cell = row.cells[at]!;
      if (cell !== '' && known.has(cell)) return toDocuments(columns, of, at);
      known.add(cell);
    }
    told += 1;
    if (told === ROWS_TO_TELL) break;
  }
  return columns;
}

function toDocuments(columns: Columns, { id, ...of }: Columns['of'], document: number): Columns {
  const others = columns.others.filter((at) => at !== document);
  return { ...columns, others, of: { ...of, document, ...(id !== undefined && id !== document && { id }) } };
}

type Tables = { columns: Columns; articles: ArticleRows; beside: Beside };
type Open = { key: string; document: FoundDocument; read: ReturnType<typeof createRowReader> };

function* readTable(files: FileSet, table: string, { columns, articles, beside }: Tables): Generator<Found> {
  const toFields = createFieldReader(columns);
  let open = null as Open | null;
  for (const row of readRows(files, table, columns.names)) {
    if ('reason' in row) {
      yield { refused: { file: table, line: row.line, reason: row.reason } };
      continue;
    }
    const fields = toFields(row.cells);
    const key = fields.document ?? fields.text ?? '';
    if (open?.key !== key) {
      if (open) yield { document: open.document };
      const known = yield* passTo(key, articles, beside);
      const document = toDocument(table, nameOf(fields, table), { ...fields, ...known }, beside);
      open = { key, document, read: createRowReader(columns, document, beside.refs) };
    }
    const annotation = open.read(fields, row);
    if ('reason' in annotation) yield { refused: { file: table, line: row.line, reason: annotation.reason } };
    else open.document.annotations.push(annotation);
  }
  if (open) yield { document: open.document };
}

/** Gives the articles in which nothing is tagged that come before one, and returns what is known of that. */
function* passTo(key: string, articles: ArticleRows, beside: Beside): Generator<Found, Fields | undefined> {
  const rows = articles.advanceTo(key);
  let next = rows.next();
  for (; !next.done; next = rows.next()) {
    const { key: name, file, fields } = next.value;
    yield { document: toDocument(file, name, fields, beside) };
  }
  return next.value;
}

/** Without a name of its own, a document is called by its title, or its first words, or the table. */
const nameOf = ({ document, title, text }: Fields, table: string) =>
  document ?? title ?? (text === undefined ? table : text.trim().split('\n')[0]!.slice(0, 60));
