import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { noteChangedKind } from './codebook-revision.ts';
import { kindNames, kinds, type KindName } from './kinds.ts';
import { forgetRowIds } from './row-ids.ts';
import { toSelectList } from './rows.ts';

type Json = Record<string, unknown>;

/** Rows of a kind as records, by uid, as `findRecord` gives one; those that are not there are left out. */
export function findRecords(db: ReadDb, kind: KindName, uids: readonly string[]): Map<string, Json> {
  const { row, lists } = selects[kind];
  const byId = new Map<number, Json>();
  const found = new Map<string, Json>();
  for (const { row_id: id, row_uid: uid, ...record } of statement<[string], Json>(db, row).all(JSON.stringify(uids))) {
    for (const [field] of lists) record[field] = [];
    byId.set(id as number, record);
    found.set(uid as string, record);
  }
  const ids = JSON.stringify([...byId.keys()]);
  for (const [field, sql] of lists)
    for (const { owner_id: owner, ...item } of statement<[string], Json>(db, sql).all(ids))
      (byId.get(owner as number)![field] as Json[]).push(item);
  return found;
}

/** The SQL that reads rows and their lists, made once a kind. */
const selects = Object.fromEntries(
  kindNames.map((name) => {
    const { columns, lists } = kinds[name];
    const row = `SELECT t.id AS row_id, t.uid AS row_uid, ${toSelectList(columns)}
      FROM json_each(?) k CROSS JOIN ${name} t ON t.uid = k.value`;
    const ofLists = Object.entries(lists).map(([field, list]): [string, string] => [
      field,
      `SELECT t.${name}_id AS owner_id, ${toSelectList(list.columns)}
       FROM json_each(?) k CROSS JOIN ${list.table} t ON t.${name}_id = k.value ORDER BY owner_id, t.n`,
    ]);
    return [name, { row, lists: ofLists }];
  }),
) as { [K in KindName]: { row: string; lists: [string, string][] } };

/** Removes rows with their lists; throws where one is not there, or where another row still names one. */
export function deleteRecords(db: WriteDb, kind: KindName, uids: readonly string[]): void {
  const all = JSON.stringify(uids);
  for (const { table } of Object.values(kinds[kind].lists))
    statement(
      db,
      `DELETE FROM ${table} WHERE ${kind}_id IN (SELECT t.id FROM json_each(?) k CROSS JOIN ${kind} t ON t.uid = k.value)`,
    ).run(all);
  const { changes } = statement(db, `DELETE FROM ${kind} WHERE uid IN (SELECT value FROM json_each(?))`).run(all);
  if (changes !== uids.length) throw new Error(`Deleted ${changes} of ${uids.length} rows of ${kind}`);
  forgetRowIds(db);
  noteChangedKind(db, kind);
}

/** Those of these rows that are there, seen or not, in their order. */
export function listThere(db: ReadDb, kind: KindName, uids: readonly string[]): string[] {
  const there = new Set(
    statement<[string], string>(db, `SELECT t.uid FROM json_each(?) k CROSS JOIN ${kind} t ON t.uid = k.value`)
      .pluck()
      .all(JSON.stringify(uids)),
  );
  return uids.filter((uid) => there.has(uid));
}
