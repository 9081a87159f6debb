import type { Entity, EntityAlias, ListedEntity, MergedEntity, OutsideId } from '#shared/domain/entity';
import { EntityId } from '#shared/domain/ids';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { listForms, MEMBERS, sumForms, toSummed } from './entity-counts.ts';
import { resolveEntity } from './resolve-entity.ts';
import { listOutletIds } from './outlet-repository.ts';

type Row = {
  id: number;
  uid: string;
  name: string;
  label: string;
  kind: string | null;
  description: string;
  latitude: number | null;
  longitude: number | null;
};
type AliasRow = Omit<EntityAlias, 'neverAlone'> & { owner: number; neverAlone: number };

/** `query`: in any folded form, within a name. `labels`, `outlets`: by name; those that are meant in articles of an outlet. */
export type EntityFilter = {
  query?: string | undefined;
  labels?: string[] | undefined;
  kinds?: string[] | undefined;
  outlets?: string[] | undefined;
};
type EntityOrder = 'count' | 'name';
type Page = { sort: EntityOrder; offset: number; limit: number; details: boolean; without?: readonly number[] };

const COLUMNS = 's.id, s.uid, s.name, l.name AS label, s.kind, s.description, s.latitude, s.longitude';
const STAYING = `FROM entity s JOIN label l ON l.id = s.label_id`;

const conditions: Readonly<Record<keyof EntityFilter, string>> = {
  query: `s.id IN (
    SELECT coalesce(e.merged_into_id, e.id) FROM entity_alias k JOIN entity e ON e.id = k.entity_id
    WHERE instr(k.folded, @query) > 0 AND ${isSeen('k')})`,
  labels: 'l.name COLLATE NOCASE IN (SELECT value FROM json_each(@labels))',
  kinds: 's.kind COLLATE NOCASE IN (SELECT value FROM json_each(@kinds))',
  outlets: 's.id IN (SELECT id FROM summed)',
};

/**
 * Entities that were not merged into others; counts are of what counts (docs/decisions/0010-derived-tables.md). `without`: ids of
 * articles that are not counted.
 */
export function listEntities(
  db: ReadDb,
  filter: EntityFilter,
  { sort, details, without = [], ...page }: Page,
): { total: number; entities: ListedEntity[] } {
  const given = (Object.keys(conditions) as (keyof EntityFilter)[]).filter((name) => filter[name] !== undefined);
  const values = {
    without: JSON.stringify(without),
    ...(filter.query !== undefined && { query: foldForm(filter.query) }),
    ...(filter.labels && { labels: JSON.stringify(filter.labels) }),
    ...(filter.kinds && { kinds: JSON.stringify(filter.kinds) }),
    ...(filter.outlets && { outlets: JSON.stringify(listOutletIds(db, filter.outlets)) }),
  };
  const where = [
    's.merged_into_id IS NULL',
    isSeen('s'),
    ...given.filter((name) => name !== 'query' || values.query !== '').map((name) => conditions[name]),
  ].join(' AND ');
  const summed = `WITH ${toSummed(filter.outlets !== undefined)}`;
  const { n: total } = statement<[object], { n: number }>(
    db,
    `${filter.outlets ? summed : ''} SELECT count(*) AS n ${STAYING} WHERE ${where}`,
  ).get(values)!;
  const rows = statement<[object], Row>(
    db,
    // from the sums, which have no index to be found by
    `${summed} SELECT ${COLUMNS} FROM summed c CROSS JOIN entity s ON s.id = c.id JOIN label l ON l.id = s.label_id
     WHERE ${where} ORDER BY ${sort === 'count' ? 'c.n DESC, ' : ''}s.name COLLATE NOCASE, s.uid LIMIT @limit OFFSET @offset`,
  ).all({ ...values, ...page });
  const entities = describe(db, rows, without);
  return { total, entities: details ? entities : entities.map(({ details: _, ...entity }) => entity) };
}

/** One entity, by uid, with what was merged into it. `without`: as in `listEntities`. */
export function getEntity(db: ReadDb, uid: string, without: readonly number[] = []): Entity {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} ${STAYING} WHERE s.uid = ?`).get(uid);
  if (!row) throw new Error(`There is no entity ${uid}`);
  const ofOutlets = statement<[{ ids: string }], { name: string }>(
    db,
    `WITH ${MEMBERS} SELECT o.name FROM member m JOIN outlet o ON o.entity_id = m.id
     WHERE o.merged_into_id IS NULL AND ${isSeen('o')} ORDER BY o.name COLLATE NOCASE, o.uid`,
  ).all({ ids: JSON.stringify([row.id]) });
  return {
    ...describe(db, [row], without)[0]!,
    merged: listMerged(db, row.id, without),
    ofOutlets: ofOutlets.map(({ name }) => name),
  };
}

/** The entity that is meant, with all that is known of it. Errors: entity-unknown, entity-ambiguous. */
export const getEntityByRef = (db: ReadDb, ref: string, without: readonly number[] = []): Entity =>
  getEntity(db, resolveEntity(db, ref), without);

/** Source: index `entity_by_merged_into`. */
function listMerged(db: ReadDb, id: number, without: readonly number[]): MergedEntity[] {
  const rows = statement<[number], { id: number; uid: string; name: string; aliases: number }>(
    db,
    `SELECT e.id, e.uid, e.name, (SELECT count(*) FROM entity_alias k WHERE k.entity_id = e.id AND ${isSeen('k')}) AS aliases
     FROM entity e WHERE e.merged_into_id = ? AND ${isSeen('e')} ORDER BY e.name COLLATE NOCASE, e.uid`,
  ).all(id);
  const forms = listForms(
    db,
    rows.map((row) => row.id),
    without,
  );
  return rows.map(({ id: merged, uid, name, aliases }) => ({
    uid: EntityId.parse(uid),
    name,
    aliases,
    count: sumForms(forms.get(merged) ?? []).count,
  }));
}

function describe(db: ReadDb, rows: readonly Row[], without: readonly number[]) {
  const ids = rows.map(({ id }) => id);
  const aliases = listAliases(db, ids);
  const forms = listForms(db, ids, without);
  const refs = listRefs(db, ids);
  return rows.map(({ id, uid, name, label, kind, description, latitude, longitude }) => {
    const own = aliases.get(id) ?? [];
    const ownForms = forms.get(id) ?? [];
    return {
      uid: EntityId.parse(uid),
      label,
      kind,
      name,
      aliases: [...new Set(own.map(({ form }) => form))],
      ...sumForms(ownForms),
      details: { description, latitude, longitude, refs: refs.get(id) ?? [], aliases: own, forms: ownForms },
    };
  });
}

/** Aliases of entities and of those merged into them, by id, in the order in which they came. */
export function listAliases(db: ReadDb, ids: readonly number[]): Map<number, EntityAlias[]> {
  const rows = statement<[{ ids: string }], AliasRow>(
    db,
    `WITH ${MEMBERS} SELECT m.owner, k.uid, k.form, k.script, k.never_alone AS neverAlone, (
       SELECT s.name FROM outlet o JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id) WHERE o.id = k.outlet_id) AS outlet
     FROM member m JOIN entity_alias k ON k.entity_id = m.id WHERE ${isSeen('k')} ORDER BY m.id <> m.owner, k.uid`,
  ).all({ ids: JSON.stringify(ids) });
  const byOwner = Map.groupBy(rows, ({ owner }) => owner);
  return new Map(
    [...byOwner].map(([owner, own]) => [
      owner,
      own.map(({ uid, form, script, outlet, neverAlone }) => ({
        uid,
        form,
        script,
        outlet,
        neverAlone: neverAlone === 1,
      })),
    ]),
  );
}

export function listRefs(db: ReadDb, ids: readonly number[]): Map<number, OutsideId[]> {
  const rows = statement<[string], OutsideId & { owner: number }>(
    db,
    `SELECT r.entity_id AS owner, r.scheme, r.value FROM json_each(?) j JOIN entity_ref r ON r.entity_id = j.value
     ORDER BY r.entity_id, r.n`,
  ).all(JSON.stringify(ids));
  const byOwner = Map.groupBy(rows, ({ owner }) => owner);
  return new Map([...byOwner].map(([owner, own]) => [owner, own.map(({ scheme, value }) => ({ scheme, value }))]));
}
