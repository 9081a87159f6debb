import { statement, type ReadDb } from '../connection.ts';
import type { KindName } from '../model/kinds.ts';

type Fields = Record<string, unknown>;
/** Before and after: all fields of a row that came or went, the changed ones of a row that stayed. */
export type RowPayload = { before: Fields | null; after: Fields | null };

export type JournalRow = {
  id: number;
  strand: string;
  number: number;
  lamport: number;
  stepId: number | null;
  step: string | null;
  op: 'insert' | 'update' | 'delete';
  kind: string;
  target: string;
  article: string | null;
  payload: string | null;
  payloadSha256: Buffer;
  hash: Buffer;
};

const SELECT_ROW = `
  SELECT j.id, s.uid AS strand, j.number, j.lamport, j.step_id AS stepId, step.uid AS step, j.op, j.kind, j.target,
    j.article_uid AS article, j.payload, j.payload_sha256 AS payloadSha256, j.hash
  FROM journal j JOIN strand s ON s.id = j.strand_id LEFT JOIN step ON step.id = j.step_id`;

/** All rows, strand by strand, as they are chained. */
export const iterateStrands = (db: ReadDb): IterableIterator<JournalRow> =>
  db.prepare<[], JournalRow>(`${SELECT_ROW} ORDER BY s.uid, j.number`).iterate();

/** All rows in the order that they took effect: by Lamport number, then strand, then place in it. */
export const iterateInOrder = (db: ReadDb): IterableIterator<JournalRow> =>
  db.prepare<[], JournalRow>(`${SELECT_ROW} ORDER BY j.lamport, s.uid, j.number`).iterate();

/** The rows of a step but for its own first one, newest first. Source: index `journal_by_step`. */
export const listStepRows = (db: ReadDb, stepId: number, except: readonly KindName[] = []): JournalRow[] =>
  statement<[number, string], JournalRow>(
    db,
    `${SELECT_ROW} WHERE j.step_id = ? AND j.kind <> 'step'
       AND NOT (j.op = 'insert' AND j.kind IN (SELECT value FROM json_each(?)))
     ORDER BY j.id DESC`,
  ).all(stepId, JSON.stringify(except));

/** Steps other than `stepId` that came later and touched this row. Source: index `journal_by_target`. */
export const listLaterSteps = (db: ReadDb, target: string, afterRow: number): number[] =>
  statement<[string, number], { stepId: number }>(
    db,
    'SELECT DISTINCT step_id AS stepId FROM journal WHERE target = ? AND id > ? AND step_id IS NOT NULL',
  )
    .all(target, afterRow)
    .map((row) => row.stepId);

/** Steps that touched anything in the articles of a batch. Source: index `journal_by_article`. */
export const listStepsOnBatch = (db: ReadDb, batchId: number): number[] =>
  statement<[number], { stepId: number }>(
    db,
    `SELECT DISTINCT j.step_id AS stepId FROM article a JOIN journal j ON j.article_uid = a.uid
     WHERE a.batch_id = ? AND j.step_id IS NOT NULL`,
  )
    .all(batchId)
    .map((row) => row.stepId);

/** What a row said; throws where it has been erased. */
export function parsePayload(row: JournalRow): RowPayload {
  if (row.payload === null) throw new Error(`Journal row ${row.id} has been erased`);
  return JSON.parse(row.payload) as RowPayload;
}

/** Annotations that the journal knows, removed or not, whose uids begin so. Source: index `journal_by_target`. */
export const listAnnotationsInJournal = (db: ReadDb, beginning: string): string[] =>
  statement<[string, string], { target: string }>(
    db,
    `SELECT DISTINCT target FROM journal WHERE target >= ? AND target < ? || 'g' AND kind = 'annotation' LIMIT 10`,
  )
    .all(beginning, beginning)
    .map(({ target }) => target);

export type HistoryQuery = { article?: string; target?: string; before?: number; limit: number };
export type HistoryRecord = JournalRow & { at: string; annotator: string; act: string };

/** Rows for people to read, newest first; steps themselves are named in each row and not listed. */
export function listHistory(db: ReadDb, { article, target, before, limit }: HistoryQuery): HistoryRecord[] {
  const by = [
    ...(article === undefined ? [] : ['j.article_uid = @article AND']),
    ...(target === undefined ? [] : ['j.target = @target AND']),
  ].join(' ');
  return statement<[Record<string, unknown>], HistoryRecord>(
    db,
    `SELECT j.id, s.uid AS strand, j.number, j.lamport, j.step_id AS stepId, step.uid AS step, j.op, j.kind, j.target,
       j.article_uid AS article, j.payload, j.payload_sha256 AS payloadSha256, j.hash, step.at, step.act,
       coalesce(person.name, step.annotator_uid) AS annotator
     FROM journal j JOIN strand s ON s.id = j.strand_id JOIN step ON step.id = j.step_id
       LEFT JOIN annotator person ON person.uid = step.annotator_uid
     WHERE ${by} j.id < @before AND j.kind <> 'step'
     ORDER BY j.id DESC LIMIT @limit`,
  ).all({ article, target, before: before ?? Number.MAX_SAFE_INTEGER, limit });
}
