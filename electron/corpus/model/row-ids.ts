import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { kindNames, type Column } from './kinds.ts';

type Reference = Exclude<Column, 'value'>;
type Ids = Map<string, number>;

/** So many are remembered; a transaction hardly names more. */
const MOST = 10_000;

/** The ids that the transaction which goes on has looked up, by table and then by uid or hash. */
const remembered = new WeakMap<ReadDb, Map<string, Ids>>();

const LOOK_UPS = new Map<string, string>([
  ...[...kindNames, 'step'].map((table): [string, string] => [table, `SELECT id FROM ${table} WHERE uid = ?`]),
  ...['article_text', 'source'].map((table): [string, string] => [
    table,
    `SELECT id FROM ${table} WHERE sha256 = unhex(?)`,
  ]),
]);

/**
 * Remembers ids that are looked up while `act` runs, which is one transaction: rows of one act name the same few others. An id is
 * good until a row is deleted or the transaction is rolled back; who deletes one calls `forgetRowIds`.
 */
export function withRowIds<T>(db: WriteDb, act: () => T): T {
  remembered.set(db, new Map());
  try {
    return act();
  } finally {
    remembered.delete(db);
  }
}

export const forgetRowIds = (db: WriteDb): void => void remembered.get(db)?.clear();

/** The id of the row, text or source that a field names; undefined where it is not there. */
export function findRowId(db: ReadDb, column: Reference, name: string): number | undefined {
  const table = tableOf(column);
  const known = remembered.get(db);
  let ids = known?.get(table);
  const found = ids?.get(name);
  if (found !== undefined) return found;
  const id = statement<[string], { id: number }>(db, LOOK_UPS.get(table)!).get(name)?.id;
  if (id === undefined || !known) return id;
  if (!ids) known.set(table, (ids = new Map<string, number>()));
  if (ids.size < MOST) ids.set(name, id);
  return id;
}

export const tableOf = (column: Reference): string => ('rowOf' in column ? column.rowOf : column.hashedIn);
