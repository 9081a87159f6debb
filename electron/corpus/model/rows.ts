import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { noteChangedKind } from './codebook-revision.ts';
import { hasBatch, kindNames, kinds, type Column, type Columns, type KindName, type Records } from './kinds.ts';
import { findRowId, forgetRowIds, tableOf } from './row-ids.ts';

type Stored = string | number | null;
type Json = Record<string, unknown>;

const columnName = (field: string, column: Column) => (column === 'value' ? field : `${field}_id`);
const columnNames = (columns: Columns) => Object.entries(columns).map(([field, column]) => columnName(field, column));

/** SQL that reads one field in the form that records have. */
function toSelect(field: string, column: Column): string {
  if (column === 'value') return `t.${field} AS ${field}`;
  if ('rowOf' in column) return `(SELECT uid FROM ${column.rowOf} WHERE id = t.${field}_id) AS ${field}`;
  return `(SELECT lower(hex(sha256)) FROM ${column.hashedIn} WHERE id = t.${field}_id) AS ${field}`;
}

export const toSelectList = (columns: Columns) =>
  Object.entries(columns)
    .map(([field, column]) => toSelect(field, column))
    .join(', ');

/** The stored form of one field; throws when it names a row, text or source that is not there. */
function toStored(db: ReadDb, field: string, column: Column, value: unknown): Stored {
  if (column === 'value' || value === null) return value as Stored;
  const id = findRowId(db, column, value as string);
  if (id === undefined) throw new Error(`${field} names a ${tableOf(column)} that is not there: ${value as string}`);
  return id;
}

type Writing = { insert: string; columns: [string, Column][] };
const toWriting = (table: string, of: Columns, keys: string[]): Writing => {
  const names = [...keys, ...columnNames(of)];
  return {
    insert: `INSERT INTO ${table} (${names.join(', ')}) VALUES (?${', ?'.repeat(names.length - 1)})`,
    columns: Object.entries(of),
  };
};

/** The SQL that puts in a row and the items of its lists, made once a kind: a tag waits for it. */
const writings = Object.fromEntries(
  kindNames.map((name) => {
    const { columns, lists } = kinds[name];
    const ofLists = Object.entries(lists).map(([field, { table, columns: of }]) => ({
      field,
      ...toWriting(table, of, [`${name}_id`, 'n']),
    }));
    return [name, { row: toWriting(name, columns, ['uid']), lists: ofLists }];
  }),
) as { [K in KindName]: { row: Writing; lists: (Writing & { field: string })[] } };

function insertLists(db: WriteDb, name: KindName, ownerId: number, record: Json): void {
  for (const { field, insert, columns } of writings[name].lists) {
    const items = record[field] as Json[] | undefined;
    items?.forEach((item, n) => {
      const stored: Stored[] = [ownerId, n];
      for (const [key, column] of columns) stored.push(toStored(db, key, column, item[key]));
      statement(db, insert).run(...stored);
    });
  }
}

function deleteLists(db: WriteDb, name: KindName, ownerId: number, fields: string[]): void {
  for (const [field, { table }] of Object.entries(kinds[name].lists)) {
    if (fields.includes(field)) statement(db, `DELETE FROM ${table} WHERE ${name}_id = ?`).run(ownerId);
  }
}

/** The integer id of a row; throws when there is none. */
function getId(db: ReadDb, name: KindName, uid: string): number {
  const row = statement<[string], { id: number }>(db, `SELECT id FROM ${name} WHERE uid = ?`).get(uid);
  if (!row) throw new Error(`There is no ${name} ${uid}`);
  return row.id;
}

/** The row as a record, or undefined; batches that are not published do not hide it. */
export function findRecord<K extends KindName>(db: ReadDb, name: K, uid: string): Records[K] | undefined {
  const { row, lists } = selects[name];
  const found = statement<[string], Json & { id: number }>(db, row).get(uid);
  if (!found) return undefined;
  const { id, ...record } = found;
  for (const [field, sql] of lists) record[field] = statement<[number], Json>(db, sql).all(id);
  return record as unknown as Records[K];
}

/** The SQL that reads a row and its lists, made once a kind. */
const selects = Object.fromEntries(
  kindNames.map((name) => {
    const { columns, lists } = kinds[name];
    const row = `SELECT t.id, ${toSelectList(columns)} FROM ${name} t WHERE t.uid = ?`;
    const ofLists = Object.entries(lists).map(([field, list]): [string, string] => [
      field,
      `SELECT ${toSelectList(list.columns)} FROM ${list.table} t WHERE t.${name}_id = ? ORDER BY t.n`,
    ]);
    return [name, { row, lists: ofLists }];
  }),
) as { [K in KindName]: { row: string; lists: [string, string][] } };

export function insertRecord<K extends KindName>(db: WriteDb, name: K, uid: string, record: Records[K]): void {
  const { insert, columns } = writings[name].row;
  const stored: Stored[] = [uid];
  for (const [field, column] of columns) stored.push(toStored(db, field, column, (record as Json)[field] ?? null));
  const { lastInsertRowid } = statement(db, insert).run(...stored);
  insertLists(db, name, Number(lastInsertRowid), record);
  noteChangedKind(db, name);
}

/** Sets the fields that are given; throws when there is no such row. */
export function updateRecord<K extends KindName>(
  db: WriteDb,
  name: K,
  uid: string,
  changes: Partial<Records[K]>,
): void {
  const { columns } = kinds[name];
  const id = getId(db, name, uid);
  const fields = Object.keys(changes);
  const simple = fields.filter((field) => field in columns);
  if (simple.length > 0) {
    const sets = simple.map((field) => `${columnName(field, columns[field]!)} = ?`).join(', ');
    const stored = simple.map((field) => toStored(db, field, columns[field]!, (changes as Json)[field]));
    const { changes: changed } = statement(db, `UPDATE ${name} SET ${sets} WHERE id = ?`).run(...stored, id);
    if (changed !== 1) throw new Error(`Updated ${changed} rows of ${name} ${uid}`);
  }
  deleteLists(db, name, id, fields);
  insertLists(db, name, id, changes);
  noteChangedKind(db, name);
}

/** Removes a row with its lists; throws when there is no such row or another still names it. */
export function deleteRecord(db: WriteDb, name: KindName, uid: string): void {
  const id = getId(db, name, uid);
  deleteLists(db, name, id, Object.keys(kinds[name].lists));
  const { changes } = statement(db, `DELETE FROM ${name} WHERE id = ?`).run(id);
  if (changes !== 1) throw new Error(`Deleted ${changes} rows of ${name} ${uid}`);
  forgetRowIds(db);
  noteChangedKind(db, name);
}

/**
 * SQL that holds for rows that are seen: in no batch, or in a published one. `t` is the row's table or alias.
 *
 * The plus signs keep SQLite from looking rows up by their batch, which nearly all of them have.
 */
export const isSeen = (t: string) =>
  `(+${t}.batch_id IS NULL OR +${t}.batch_id IN (SELECT id FROM batch WHERE state = 'published'))`;

/** Uids of a kind in order; with `seen`, without those in batches that are not published. */
export function iterateUids(db: ReadDb, name: KindName, { seen }: { seen: boolean }): IterableIterator<string> {
  const where = seen && hasBatch(name) ? `WHERE ${isSeen('t')}` : '';
  // a statement of its own: an open iterator keeps its statement busy
  return db.prepare<[], string>(`SELECT t.uid FROM ${name} t ${where} ORDER BY t.uid`).pluck().iterate();
}

/** The SQL that finds the rows of other kinds which name one of a kind, made once: many are asked for together. */
const referrersOf = Object.fromEntries(kindNames.map((name) => [name, listReferrerQueries(name)])) as Record<
  KindName,
  { kind: KindName; sql: string }[]
>;

function listReferrerQueries(name: KindName): { kind: KindName; sql: string }[] {
  const fieldsOf = (columns: Columns) =>
    Object.keys(columns).filter((field) => {
      const column = columns[field]!;
      return column !== 'value' && 'rowOf' in column && column.rowOf === name;
    });
  const named = `FROM json_each(?) k CROSS JOIN ${name} t ON t.uid = k.value`;
  return kindNames.flatMap((kind) => [
    ...fieldsOf(kinds[kind].columns).map((field) => ({
      kind,
      sql: `SELECT r.uid ${named} CROSS JOIN ${kind} r ON r.${field}_id = t.id`,
    })),
    ...Object.values(kinds[kind].lists).flatMap(({ table, columns }) =>
      fieldsOf(columns).map((field) => ({
        kind,
        sql: `SELECT DISTINCT r.uid ${named} CROSS JOIN ${table} c ON c.${field}_id = t.id CROSS JOIN ${kind} r ON r.id = c.${kind}_id`,
      })),
    ),
  ]);
}

/** Rows of every kind that name one of these, in a field or in a list, by kind; each once. */
export function listReferrersOf(db: ReadDb, name: KindName, uids: readonly string[]): Map<KindName, string[]> {
  const found = new Map<KindName, Set<string>>();
  const all = JSON.stringify(uids);
  for (const { kind, sql } of referrersOf[name])
    for (const uid of statement<[string], string>(db, sql).pluck().all(all))
      found.set(kind, (found.get(kind) ?? new Set()).add(uid));
  return new Map([...found].map(([kind, own]) => [kind, [...own]]));
}

/** Rows of every kind that name this one, in a field or in a list. */
export const listReferrers = (db: ReadDb, name: KindName, uid: string): { kind: KindName; uid: string }[] =>
  [...listReferrersOf(db, name, [uid])].flatMap(([kind, own]) => own.map((each) => ({ kind, uid: each })));

/** Whether there is such a row, seen or not. */
export const isThere = (db: ReadDb, kind: KindName, uid: string) =>
  statement<[string], unknown>(db, `SELECT 1 FROM ${kind} WHERE uid = ?`).get(uid) !== undefined;

/** The rows that a record names, in its fields and lists; steps are none. */
export function listNamed(kind: KindName, record: Json | null): [KindName, string][] {
  if (record === null) return [];
  const { columns, lists } = kinds[kind];
  const pick = (from: Json, of: Columns) =>
    Object.entries(of).flatMap(([field, column]): [KindName, string][] => {
      if (column === 'value' || !('rowOf' in column) || column.rowOf === 'step') return [];
      const uid = from[field];
      return typeof uid === 'string' ? [[column.rowOf, uid]] : [];
    });
  const items = Object.entries(lists).flatMap(([field, list]) =>
    ((record[field] as Json[] | undefined) ?? []).flatMap((item) => pick(item, list.columns)),
  );
  return [...pick(record, columns), ...items];
}
