import type { Act } from '#shared/domain/journal';
import { statement, type ReadDb } from '../connection.ts';
import type { JournalRow } from '../journal/read-rows.ts';
import { isOwn } from '../journal/taken-strands.ts';

/** A place in the journals of all copies. */
export type Place = { strand: string; number: number; lamport: number };
/** A journal row with whose act it is of. */
export type MergeRow = Pick<JournalRow, 'id' | 'op' | 'kind' | 'target' | 'payload'> &
  Place & { step: string; act: Act; annotator: string; at: string };

const COLUMNS = `j.id, s.uid AS strand, j.number, j.lamport, j.op, j.kind, j.target, j.payload,
  st.uid AS step, st.act, st.annotator_uid AS annotator, st.at`;
const JOINED = 'FROM journal j JOIN strand s ON s.id = j.strand_id JOIN step st ON st.id = j.step_id';

/** All that was done to a row, in this file or in copies that were merged into it. Source: index `journal_by_target`. */
export const listRowsOfTarget = (db: ReadDb, target: string): MergeRow[] =>
  statement<[string], MergeRow>(db, `SELECT ${COLUMNS} ${JOINED} WHERE j.target = ?`).all(target);

/** What a step did, but for its own row. Source: index `journal_by_step`. */
export const listTargetsOfStep = (db: ReadDb, step: string): { kind: string; target: string }[] =>
  statement<[string], { kind: string; target: string }>(
    db,
    `SELECT DISTINCT j.kind, j.target FROM step st JOIN journal j ON j.step_id = st.id WHERE st.uid = ? AND j.kind <> 'step'`,
  ).all(step);

/** Rows of a strand from one number up to another, as they are chained. */
export const iterateStrand = (db: ReadDb, strand: string, from: number, to: number): IterableIterator<JournalRow> =>
  db
    .prepare<[string, number, number], JournalRow>(
      `SELECT j.id, s.uid AS strand, j.number, j.lamport, j.step_id AS stepId, step.uid AS step, j.op, j.kind, j.target,
         j.article_uid AS article, j.payload, j.payload_sha256 AS payloadSha256, j.hash
       FROM strand s JOIN journal j ON j.strand_id = s.id LEFT JOIN step ON step.id = j.step_id
       WHERE s.uid = ? AND j.number BETWEEN ? AND ? ORDER BY j.number`,
    )
    .iterate(strand, from, to);

/** Some rows of a strand, for work that is done between two queries. */
export const listSomeOfStrand = (db: ReadDb, strand: string, from: number, to: number, most: number): JournalRow[] =>
  statement<[string, number, number, number], JournalRow>(
    db,
    `SELECT j.id, s.uid AS strand, j.number, j.lamport, j.step_id AS stepId, step.uid AS step, j.op, j.kind, j.target,
       j.article_uid AS article, j.payload, j.payload_sha256 AS payloadSha256, j.hash
     FROM strand s JOIN journal j ON j.strand_id = s.id LEFT JOIN step ON step.id = j.step_id
     WHERE s.uid = ? AND j.number BETWEEN ? AND ? ORDER BY j.number LIMIT ?`,
  ).all(strand, from, to, most);

export type StrandEnd = { lamport: number; hash: Buffer };

/** Undefined where the strand, or that row of it, is not here. */
export const findInStrand = (
  db: ReadDb,
  strand: string,
  number: number,
): (StrandEnd & { payload: string | null }) | undefined =>
  statement<[string, number], StrandEnd & { payload: string | null }>(
    db,
    `SELECT j.lamport, j.hash, j.payload FROM strand s JOIN journal j ON j.strand_id = s.id WHERE s.uid = ? AND j.number = ?`,
  ).get(strand, number);

/** The number of a strand's last row that is in this file, whether it counts or not; -1 where there is none. */
export const findEnd = (db: ReadDb, strand: string): number =>
  statement<[string], number | null>(
    db,
    'SELECT max(j.number) FROM strand s JOIN journal j ON j.strand_id = s.id WHERE s.uid = ?',
  )
    .pluck()
    .get(strand) ?? -1;

/** The Lamport number of the first row of a strand that is not of the file's own line; null where all are. */
export const findSince = (db: ReadDb, strand: string): number | null =>
  statement<[string], number | null>(
    db,
    'SELECT min(k.since) FROM strand s JOIN taken_strand k ON k.strand_id = s.id WHERE s.uid = ?',
  )
    .pluck()
    .get(strand) ?? null;

export type Taking = Place & { taker: string; taken: string; annotator: string; at: string };

/** Which step takes which back, and where. */
export const listTakings = (db: ReadDb): Taking[] =>
  statement<[], Taking>(
    db,
    `SELECT u.uid AS taker, w.uid AS taken, s.uid AS strand, j.number, j.lamport, u.annotator_uid AS annotator, u.at
     FROM step_takes k JOIN step u ON u.id = k.step_id JOIN step w ON w.id = k.taken_id
       JOIN journal j ON j.step_id = u.id AND j.kind = 'step' JOIN strand s ON s.id = j.strand_id`,
  ).all();

export type MergeStep = Place & { step: string; annotator: string; at: string; payload: string | null };

/** Merges that were brought to their end, undone or not; the place is where their batch was published. */
export const listMergeSteps = (db: ReadDb): MergeStep[] =>
  statement<[], MergeStep>(
    db,
    `SELECT st.uid AS step, st.annotator_uid AS annotator, st.at, s.uid AS strand, p.number, p.lamport, j.payload
     FROM step st JOIN journal j ON j.step_id = st.id AND j.kind = 'step'
       JOIN journal p ON p.step_id = st.id AND p.kind = 'batch' AND p.op = 'update' JOIN strand s ON s.id = p.strand_id
     WHERE st.act = 'merge'`,
  ).all();

/** Steps of a strand that begin within these numbers, but for merges, the making of a package, and what only takes merges back. */
export const countWork = (db: ReadDb, strand: string, from: number, to: number): number =>
  statement<[string, number, number], number>(
    db,
    `SELECT count(*) FROM strand s JOIN journal j ON j.strand_id = s.id AND j.kind = 'step' JOIN step st ON st.id = j.step_id
     WHERE s.uid = ? AND j.number BETWEEN ? AND ? AND st.act NOT IN ('merge', 'hand out')
       AND NOT (st.act IN ('undo', 'redo', 'discard') AND NOT EXISTS (
         SELECT 1 FROM step_takes k JOIN step w ON w.id = k.taken_id WHERE k.step_id = st.id AND w.act NOT IN ('merge', 'undo')))`,
  )
    .pluck()
    .get(strand, from, to)!;

/** Who did what in a strand within these numbers, merges and the making of a package apart. */
export const listPeople = (
  db: ReadDb,
  strand: string,
  from: number,
  to: number,
): { uid: string; name: string | null; at: string }[] =>
  statement<[string, number, number], { uid: string; name: string | null; at: string }>(
    db,
    `SELECT st.annotator_uid AS uid, (SELECT name FROM annotator p WHERE p.uid = st.annotator_uid) AS name, max(st.at) AS at
     FROM strand s JOIN journal j ON j.strand_id = s.id AND j.kind = 'step' JOIN step st ON st.id = j.step_id
     WHERE s.uid = ? AND j.number BETWEEN ? AND ? AND st.act NOT IN ('merge', 'hand out') GROUP BY 1`,
  ).all(strand, from, to);

/** The longest payload within these numbers. Unit: bytes. */
export const findLongestPayload = (db: ReadDb, strand: string, from: number, to: number): number =>
  statement<[string, number, number], number | null>(
    db,
    `SELECT max(octet_length(j.payload)) FROM strand s JOIN journal j ON j.strand_id = s.id WHERE s.uid = ? AND j.number BETWEEN ? AND ?`,
  )
    .pluck()
    .get(strand, from, to) ?? 0;

/** Rows of the file's own strands that came after a row, in the file's order, but for a step's own. */
export const listTargetsSince = (
  db: ReadDb,
  id: number,
  step: string,
): { kind: string; target: string; step: string }[] =>
  statement<[number, string], { kind: string; target: string; step: string }>(
    db,
    `SELECT j.kind, j.target, st.uid AS step FROM journal j JOIN step st ON st.id = j.step_id
     WHERE j.id > ? AND st.uid <> ? AND j.kind <> 'step'
       AND NOT EXISTS (SELECT 1 FROM taken_strand k WHERE k.strand_id = j.strand_id AND j.lamport >= k.since)`,
  ).all(id, step);

export const findNewestRow = (db: ReadDb): number =>
  statement<[], number>(db, 'SELECT coalesce(max(id), 0) FROM journal').pluck().get()!;

/** Whether a row is there and seen, there and hidden in a batch that is not published, or not there. */
export function findPresence(db: ReadDb, kind: string, uid: string, hasBatch: boolean): 'seen' | 'hidden' | 'absent' {
  const sql = hasBatch
    ? `SELECT coalesce((SELECT state FROM batch WHERE id = t.batch_id), 'published') FROM ${kind} t WHERE t.uid = ?`
    : `SELECT 'published' FROM ${kind} WHERE uid = ?`;
  const state = statement<[string], string>(db, sql).pluck().get(uid);
  return state === undefined ? 'absent' : state === 'published' ? 'seen' : 'hidden';
}

/** Uids of rows of a kind that were merged into another of it, and that other. */
export const listMerged = (db: ReadDb, kind: string): { uid: string; into: string }[] =>
  statement<[], { uid: string; into: string }>(
    db,
    `SELECT t.uid, o.uid AS "into" FROM ${kind} t JOIN ${kind} o ON o.id = t.merged_into_id`,
  ).all();

/** The steps that one takes back, by uid. */
export const listTakenOf = (db: ReadDb, step: string): string[] =>
  statement<[string], string>(
    db,
    `SELECT w.uid FROM step u JOIN step_takes k ON k.step_id = u.id JOIN step w ON w.id = k.taken_id WHERE u.uid = ?`,
  )
    .pluck()
    .all(step);

export type OwnMerge = { step: string; annotator: string; at: string; takenBack: number; payload: string | null };

/** Merges that were done in this file, brought to their end or undone since, newest first. */
export const listOwnMerges = (db: ReadDb): OwnMerge[] =>
  statement<[], OwnMerge>(
    db,
    `SELECT st.uid AS step, st.annotator_uid AS annotator, st.at, st.taken_back AS takenBack, j.payload
     FROM step st JOIN journal j ON j.step_id = st.id AND j.kind = 'step'
     WHERE st.act = 'merge' AND ${isOwn('st')}
       AND EXISTS (SELECT 1 FROM batch b WHERE b.step_id = st.id AND b.state IN ('published', 'withdrawn'))
     ORDER BY st.id DESC`,
  ).all();

/** The SHA-256, in hex, of an article's text; undefined where it is not here. */
export const findTextOf = (db: ReadDb, article: string): string | undefined =>
  statement<[string], string>(
    db,
    'SELECT lower(hex(x.sha256)) FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?',
  )
    .pluck()
    .get(article);

export const readPayload = (db: ReadDb, id: number): string =>
  statement<[number], string>(db, 'SELECT payload FROM journal WHERE id = ?').pluck().get(id)!;
