import { ExpectedError } from '#shared/errors';
import { EntityId } from '#shared/domain/ids';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

type Values = { ref: string; folded: string; label: string | null };
type Candidate = { uid: string; name: string; label: string };

const BEGINNING = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/u;
const MOST_NAMED = 10;
const UID_LENGTH = 36;

const BY_UID = `e.uid >= @ref AND e.uid < @ref || 'g'`;
const BY_NAME = 'e.name = @ref COLLATE NOCASE';
const BY_ALIAS = `e.id IN (SELECT k.entity_id FROM entity_alias k WHERE k.folded = @folded AND ${isSeen('k')})`;

/**
 * The entity that is meant by its uid, the beginning of it, its name in any case, or an alias in any folded form: the first of
 * these ways that finds one. Of one that was merged, what it was merged into. With `label`, by uid, only one of that label.
 *
 * Errors: entity-unknown, entity-ambiguous.
 */
export function resolveEntity(db: ReadDb, ref: string, label?: string): EntityId {
  const uid = ref.length === UID_LENGTH ? findByUid(db, ref, label ?? null) : undefined;
  if (uid !== undefined) return EntityId.parse(uid);
  const values = { ref, folded: foldForm(ref), label: label ?? null };
  for (const where of listWays(ref)) {
    const found = listCandidates(db, where, values);
    if (found.length > 1) {
      const candidates = found.map(({ uid, name, label: of }) => `${name} (${of}, ${uid})`).join('; ');
      throw new ExpectedError('entity-ambiguous', { entity: ref, candidates });
    }
    if (found[0]) return EntityId.parse(found[0].uid);
  }
  throw new ExpectedError('entity-unknown', { entity: ref });
}

/** The same, by the id of its row. */
export const resolveEntityRow = (db: ReadDb, ref: string): number =>
  statement<[string], number>(db, 'SELECT id FROM entity WHERE uid = ?').pluck().get(resolveEntity(db, ref))!;

/**
 * Ids of the entities that are meant by these words, found in the same ways, with all that were merged into the same. Words that
 * mean several mean all of them; words that nothing is called by mean none.
 */
export function listEntityIds(db: ReadDb, refs: readonly string[]): number[] {
  const uids = new Set<string>();
  for (const ref of refs) {
    const values = { ref, folded: foldForm(ref), label: null };
    for (const where of listWays(ref)) {
      const found = listCandidates(db, where, values);
      for (const { uid } of found) uids.add(uid);
      if (found.length > 0) break;
    }
  }
  return statement<[string], number>(
    db,
    `WITH staying (id) AS (SELECT id FROM entity WHERE uid IN (SELECT value FROM json_each(?)))
     SELECT id FROM staying UNION SELECT e.id FROM staying JOIN entity e ON e.merged_into_id = staying.id`,
  )
    .pluck()
    .all(JSON.stringify([...uids]));
}

/** Most are named by their whole uid, which needs no choosing. */
const findByUid = (db: ReadDb, uid: string, label: string | null): string | undefined =>
  statement<[string, string | null, string | null], string>(
    db,
    `SELECT s.uid FROM entity e JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id)
     WHERE e.uid = ? AND ${isSeen('e')} AND (? IS NULL OR s.label_id = (SELECT id FROM label WHERE uid = ?))`,
  )
    .pluck()
    .get(uid, label, label);

const listWays = (ref: string) => [...(BEGINNING.test(ref) ? [BY_UID] : []), BY_NAME, BY_ALIAS];

const listCandidates = (db: ReadDb, where: string, values: Values): Candidate[] =>
  statement<[Values], Candidate>(
    db,
    `SELECT DISTINCT s.uid, s.name, l.name AS label FROM entity e
       JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) JOIN label l ON l.id = s.label_id
     WHERE ${where} AND ${isSeen('e')} AND (@label IS NULL OR l.uid = @label) LIMIT ${MOST_NAMED}`,
  ).all(values);
