import { isOfPlaces } from '#shared/domain/place';
import { EntityId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';

/** What an entity is shown by. */
export type NamedEntity = {
  uid: EntityId;
  name: string;
  /** The label that it is of, by id of its row. */
  label: number;
  latitude: number | null;
  longitude: number | null;
};

/** Entities by ids of rows. */
export function listEntitiesById(db: ReadDb, ids: Iterable<number>): Map<number, NamedEntity> {
  const rows = statement<[string], Omit<NamedEntity, 'uid'> & { id: number; uid: string }>(
    db,
    `SELECT e.id, e.uid, e.name, e.label_id AS label, e.latitude, e.longitude
     FROM json_each(?) named CROSS JOIN entity e ON e.id = named.value`,
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map(({ id, uid, ...row }) => [id, { uid: EntityId.parse(uid), ...row }]));
}

/** Labels by ids of rows; `key` is the uid. */
export function listLabelsById(db: ReadDb, ids: Iterable<number>): Map<number, { key: string; name: string }> {
  const rows = statement<[string], { id: number; key: string; name: string }>(
    db,
    'SELECT l.id, l.uid AS key, l.name FROM json_each(?) named CROSS JOIN label l ON l.id = named.value',
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Labels whose entities are places on the map, by ids of rows. */
export function listPlaceLabels(db: ReadDb): Set<number> {
  const rows = statement<[], { label: number; kind: string }>(
    db,
    'SELECT label_id AS label, kind FROM label_entity_kind',
  ).all();
  return new Set(rows.filter(({ kind }) => isOfPlaces([kind])).map(({ label }) => label));
}

/** Which claims are on which cards, by ids of rows: the next so many after the one with the id `last`. */
export const listCardMembers = (
  db: ReadDb,
  last: number,
  limit: number,
): { id: number; claim: number; card: number }[] =>
  statement<[number, number], { id: number; claim: number; card: number }>(
    db,
    'SELECT id, annotation_id AS claim, cluster_id AS card FROM cluster_member WHERE id > ? ORDER BY id LIMIT ?',
  ).all(last, limit);

/** All cards by ids of rows, in order of uid. */
export const listCardsInOrder = (db: ReadDb): number[] =>
  statement<[], number>(db, 'SELECT id FROM cluster ORDER BY uid').pluck().all();

/** The claims on a card, by ids of rows. Source: index `cluster_member_by_cluster`. */
export const listClaimsOfCard = (db: ReadDb, card: string): number[] =>
  statement<[string], number>(
    db,
    'SELECT m.annotation_id FROM cluster c JOIN cluster_member m ON m.cluster_id = c.id WHERE c.uid = ?',
  )
    .pluck()
    .all(card);

/** Titles of cards by ids of rows. */
export function mapCards(db: ReadDb, ids: Iterable<number>): Map<number, { uid: string; name: string }> {
  const rows = statement<[string], { id: number; uid: string; name: string }>(
    db,
    `SELECT c.id, c.uid, c.title AS name FROM json_each(?) named CROSS JOIN cluster c ON c.id = named.value`,
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Uids of articles or annotations by ids of rows. */
export function mapUids(db: ReadDb, table: 'article' | 'annotation', ids: Iterable<number>): Map<number, string> {
  const rows = statement<[string], { id: number; uid: string }>(
    db,
    `SELECT t.id, t.uid FROM json_each(?) named CROSS JOIN ${table} t ON t.id = named.value`,
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map(({ id, uid }) => [id, uid]));
}
