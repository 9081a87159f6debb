import { statement, type ReadDb } from '../connection.ts';
import type { KindName } from '../model/kinds.ts';
import { isOwn } from './taken-strands.ts';

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

/** The newest step of the file's own line that took a row away. Source: index `journal_by_target`. */
export const findRemoval = (db: ReadDb, target: string): number | undefined =>
  statement<[string], number>(
    db,
    `SELECT step_id FROM journal j WHERE target = ? AND op = 'delete' AND ${isOwn('j')} ORDER BY id DESC LIMIT 1`,
  )
    .pluck()
    .get(target);

/** What a row said; throws where it has been erased. */
export function parsePayload(row: JournalRow): RowPayload {
  if (row.payload === null) throw new Error(`Journal row ${row.id} has been erased`);
  return JSON.parse(row.payload) as RowPayload;
}

/** What the journal knows, removed or not, whose uids begin so. Source: index `journal_by_target`. */
export const listTargetsInJournal = (db: ReadDb, beginning: string, kind: KindName | null): string[] =>
  statement<[{ beginning: string; kind: KindName | null }], { target: string }>(
    db,
    `SELECT DISTINCT target FROM journal
     WHERE target >= @beginning AND target < @beginning || 'g' AND kind <> 'step' AND (@kind IS NULL OR kind = @kind) LIMIT 10`,
  )
    .all({ beginning, kind })
    .map(({ target }) => target);

/** What others did in these articles is not listed: a person, by uid, tags them blind still. */
export type Hidden = { from: string; articles: readonly string[] };

/** Uids and step as they are in full; `annotator` by uid; moments as ISO 8601 UTC. */
export type Chosen = {
  article?: string;
  target?: string;
  annotator?: string;
  from?: string;
  to?: string;
  hidden?: Hidden;
};
export type HistoryQuery = Chosen & { step?: number; before?: number; limit: number };
export type HistoryRecord = JournalRow & { at: string; annotator: string; act: string };

/** An entity's history is that of its aliases too. */
const TARGETS = `SELECT @target UNION ALL
  SELECT a.uid FROM entity e JOIN entity_alias a ON a.entity_id = e.id WHERE e.uid = @target`;

/** Rows for people to read, newest first; steps themselves are named in each row and not listed. */
export function listHistory(db: ReadDb, query: HistoryQuery): HistoryRecord[] {
  const { article, target, annotator, from, to, step, hidden } = query;
  const isTimed = from !== undefined || to !== undefined;
  const by = [
    article !== undefined && 'j.article_uid = @article',
    target !== undefined && `j.target IN (${TARGETS})`,
    step !== undefined && 'j.step_id = @step',
    isTimed && `j.step_id IN (SELECT id FROM step WHERE at >= @from AND at < @to)`,
    annotator !== undefined && 'step.annotator_uid = @annotator',
    hidden !== undefined &&
      `(j.article_uid IS NULL OR step.annotator_uid = @hiddenFrom OR j.kind IN ('article', 'article_work', 'assignment')
        OR j.article_uid NOT IN (SELECT value FROM json_each(@hidden)))`,
  ].filter((part) => part !== false);
  return statement<[Record<string, unknown>], HistoryRecord>(
    db,
    `SELECT j.id, s.uid AS strand, j.number, j.lamport, j.step_id AS stepId, step.uid AS step, j.op, j.kind, j.target,
       j.article_uid AS article, j.payload, j.payload_sha256 AS payloadSha256, j.hash, step.at, step.act,
       coalesce(person.name, step.annotator_uid) AS annotator
     FROM journal j JOIN strand s ON s.id = j.strand_id JOIN step ON step.id = j.step_id
       LEFT JOIN annotator person ON person.uid = step.annotator_uid
     WHERE ${[...by, `j.id < @before`, `j.kind <> 'step'`].join(' AND ')}
     ORDER BY j.id DESC LIMIT @limit`,
  ).all({
    ...query,
    ...toBounds(query),
    ...(hidden && { hiddenFrom: hidden.from, hidden: JSON.stringify(hidden.articles) }),
  });
}

/** Open ends as what sorts before and after every moment. */
export const toBounds = ({ from, to, before }: { from?: string; to?: string; before?: number }) => ({
  from: from ?? '',
  to: to ?? '9',
  before: before ?? Number.MAX_SAFE_INTEGER,
});
