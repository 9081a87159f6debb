import type { FileSet } from '../found.ts';
import { areArticles, mapColumns } from './columns.ts';
import { createFieldReader, type Fields } from './fields.ts';
import { readColumns, readRows } from './read-records.ts';

/** The row of one article. `key`: what rows of annotations call it. */
export type ArticleRow = { key: string; file: string; fields: Fields };

/**
 * The articles that annotations of other tables stand in. Where both are in one order, as we write them, one text is in memory at a
 * time; in another order, all of them are.
 */
export class ArticleRows {
  readonly #passed = new Set<string>();
  readonly #open: () => Iterator<ArticleRow>;
  #rows: Iterator<ArticleRow>;
  #all: Map<string, ArticleRow> | null = null;

  /** `refuse` hears of rows that cannot be read. */
  constructor(files: FileSet, tables: readonly string[], refuse: (file: string, line: number, reason: string) => void) {
    this.#rows = iterateArticles(files, tables, refuse);
    this.#open = () => iterateArticles(files, tables, () => {});
  }

  /** Gives the rows that are passed over on the way to one, and returns that; undefined where there is none. */
  *advanceTo(key: string): Generator<ArticleRow, Fields | undefined> {
    if (this.#passed.has(key)) return this.#find(key);
    for (let next = this.#rows.next(); !next.done; next = this.#rows.next()) {
      this.#passed.add(next.value.key);
      if (next.value.key === key) return next.value.fields;
      yield next.value;
    }
    return undefined;
  }

  /** Those behind the last that was sought. */
  *rest(): Generator<ArticleRow> {
    for (let next = this.#rows.next(); !next.done; next = this.#rows.next()) yield next.value;
  }

  #find(key: string): Fields | undefined {
    if (!this.#all) {
      this.#all = new Map();
      const rows = this.#open();
      for (let next = rows.next(); !next.done; next = rows.next()) this.#all.set(next.value.key, next.value);
    }
    return this.#all.get(key)?.fields;
  }
}

function* iterateArticles(
  files: FileSet,
  tables: readonly string[],
  refuse: (file: string, line: number, reason: string) => void,
): Generator<ArticleRow> {
  for (const file of tables) {
    const columns = mapColumns(readColumns(files, file));
    if (!areArticles(columns)) continue;
    const toFields = createFieldReader(columns);
    for (const row of readRows(files, file, columns.names)) {
      if ('reason' in row) refuse(file, row.line, row.reason);
      else {
        const fields = toFields(row.cells);
        yield { key: fields.document ?? fields.id ?? '', file, fields };
      }
    }
  }
}
