import { ExpectedError } from '#shared/errors';
import { EntityId, OutletId } from '#shared/domain/ids';
import type { Outlet } from '#shared/domain/outlet';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

type Row = {
  id: number;
  uid: string;
  name: string;
  articles: number;
  entity: string | null;
  entityName: string | null;
};

/** Outlets that were not merged into others, by name. Source: index `listed_article_in_order`. */
export function listOutlets(db: ReadDb): Outlet[] {
  const rows = statement<[], Row>(
    db,
    `SELECT o.id, o.uid, o.name, (SELECT count(*) FROM listed_article l WHERE l.outlet_id = o.id) AS articles,
       s.uid AS entity, s.name AS entityName
     FROM outlet o LEFT JOIN entity e ON e.id = o.entity_id LEFT JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id)
     WHERE o.merged_into_id IS NULL AND ${isSeen('o')} ORDER BY o.name COLLATE NOCASE, o.uid`,
  ).all();
  const aliases = Map.groupBy(
    statement<[], { owner: number; alias: string }>(
      db,
      'SELECT outlet_id AS owner, alias FROM outlet_alias ORDER BY outlet_id, n',
    ).all(),
    ({ owner }) => owner,
  );
  const merged = Map.groupBy(
    statement<[], { owner: number; uid: string; name: string }>(
      db,
      `SELECT o.merged_into_id AS owner, o.uid, o.name FROM outlet o WHERE o.merged_into_id IS NOT NULL AND ${isSeen('o')}
       ORDER BY o.name COLLATE NOCASE, o.uid`,
    ).all(),
    ({ owner }) => owner,
  );
  return rows.map(({ id, uid, name, articles, entity, entityName }) => ({
    uid: OutletId.parse(uid),
    name,
    articles,
    aliases: (aliases.get(id) ?? []).map(({ alias }) => alias),
    entity: entity === null ? null : { uid: EntityId.parse(entity), name: entityName! },
    merged: (merged.get(id) ?? []).map((each) => ({ uid: OutletId.parse(each.uid), name: each.name })),
  }));
}

/** Ids of the outlets of these names or aliases, with all that were merged into the same. */
export const listOutletIds = (db: ReadDb, names: readonly string[]): number[] =>
  statement<[string], { id: number }>(
    db,
    `WITH named (name) AS (SELECT value FROM json_each(?)),
     staying (id) AS (
       SELECT coalesce(o.merged_into_id, o.id) FROM named JOIN outlet o ON o.name = named.name COLLATE NOCASE
       UNION SELECT coalesce(o.merged_into_id, o.id) FROM named
         JOIN outlet_alias c ON c.alias = named.name COLLATE NOCASE JOIN outlet o ON o.id = c.outlet_id)
     SELECT id FROM staying UNION SELECT o.id FROM staying JOIN outlet o ON o.merged_into_id = staying.id`,
  )
    .all(JSON.stringify(names))
    .map(({ id }) => id);

/**
 * The outlet of that name or alias, or what it was merged into, seen or not; where several have it, the one that is called so,
 * then the smallest uid.
 */
export const findOutletUid = (db: ReadDb, name: string): string | undefined =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT s.uid, 0 AS way FROM outlet o JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id)
     WHERE o.name = ? COLLATE NOCASE
     UNION SELECT s.uid, 1 FROM outlet_alias c JOIN outlet o ON o.id = c.outlet_id
       JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id) WHERE c.alias = ? COLLATE NOCASE
     ORDER BY way, 1 LIMIT 1`,
  ).get(name, name)?.uid;

/** The outlet that is meant by uid, name or alias. Errors: outlet-unknown. */
export function resolveOutlet(db: ReadDb, ref: string): OutletId {
  const byUid = statement<[string], { uid: string }>(
    db,
    `SELECT s.uid FROM outlet o JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id)
     WHERE o.uid = ? AND ${isSeen('s')}`,
  ).get(ref)?.uid;
  const uid = byUid ?? findOutletUid(db, ref);
  if (uid === undefined) throw new ExpectedError('outlet-unknown', { outlet: ref });
  return OutletId.parse(uid);
}

/** The entity that the outlet of an article is, by uid; null where nobody has said so. */
export function findOutletEntity(db: ReadDb, article: string): EntityId | null {
  const found = statement<[string], { uid: string }>(
    db,
    `SELECT s.uid FROM article a JOIN outlet b ON b.id = a.outlet_id
       JOIN outlet o ON o.id = coalesce(b.merged_into_id, b.id) JOIN entity e ON e.id = o.entity_id
       JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) WHERE a.uid = ?`,
  ).get(article);
  return found ? EntityId.parse(found.uid) : null;
}
