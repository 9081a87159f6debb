import { statement, type WriteDb } from '../../corpus/connection.ts';
import { kindNames, kinds, type Columns, type KindName } from '../../corpus/model/kinds.ts';
import { openMemoryCorpus } from '../../corpus/open-memory.ts';
import type { Fields } from './evaluate.ts';

/** Stands for whatever row a field names. */
const ANY_ROW = 1;
/** So many records are tried before the tables are emptied. */
const MOST = 1000;

type Trial = { insert: string; columns: [string, boolean][] };
const toTrial = (table: string, keys: string[], columns: Columns): Trial => {
  const names = Object.entries(columns).map(([field, column]) => (column === 'value' ? field : `${field}_id`));
  const all = [...keys, ...names];
  return {
    insert: `INSERT INTO ${table} (${all.join(', ')}) VALUES (?${', ?'.repeat(all.length - 1)})`,
    columns: Object.entries(columns).map(([field, column]) => [field, column === 'value']),
  };
};

/** The SQL of each kind, made once. */
const trials = Object.fromEntries(
  kindNames.map((kind) => {
    const { columns, lists } = kinds[kind];
    const ofLists = Object.entries(lists).map(([field, { table, columns: of }]) => ({
      field,
      ...toTrial(table, [`${kind}_id`, 'n'], of),
    }));
    return [kind, { row: toTrial(kind, ['uid'], columns), lists: ofLists }];
  }),
) as Record<KindName, { row: Trial; lists: (Trial & { field: string })[] }>;

/**
 * Empty tables in memory that records are put into to see whether the corpus's own would take them: types, and what has to be there. What
 * records name is not looked at.
 */
export class TrialTables {
  readonly #db: WriteDb = openMemoryCorpus();
  #count = 0;

  constructor() {
    this.#db.pragma('foreign_keys = OFF');
  }

  /** What is wrong with a record, or null. */
  check(kind: KindName, record: Fields): string | null {
    const { row, lists } = trials[kind];
    this.#count += 1;
    if (this.#count % MOST === 0) this.#empty();
    try {
      this.#insert(row, [String(this.#count)], record);
      for (const list of lists)
        (record[list.field] as Fields[]).forEach((item, n) => this.#insert(list, [this.#count, n], item));
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }

  #insert({ insert, columns }: Trial, keys: (string | number)[], record: Fields): void {
    const values = columns.map(([field, isValue]) => (isValue || record[field] === null ? record[field] : ANY_ROW));
    statement(this.#db, insert).run(...keys, ...values);
  }

  #empty(): void {
    for (const kind of kindNames)
      for (const table of [kind, ...Object.values(kinds[kind].lists).map((list) => list.table)])
        statement(this.#db, `DELETE FROM ${table}`).run();
  }

  close(): void {
    this.#db.close();
  }
}
