import { ACTS_THAT_STAY, type Act } from '#shared/domain/journal';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { isInEffect, isOwn } from './taken-strands.ts';

/** What the journal says of a step: its first row. `takes` are the steps that it takes back, by uid. */
export type StepPayload = { act: Act; at: string; annotator: string; takes: string[] };
export type StepRow = { id: number; uid: string; act: Act; at: string; annotator: string };

/**
 * Enters a step, and which steps stand because of it: an undo takes steps back, a redo takes an undo back and so lets
 * stand again what that had taken. Replay enters steps by the same function.
 */
export function insertStep(
  db: WriteDb,
  step: StepPayload & { uid: string; strandId: number; lamport: number },
): { id: number } {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO step (uid, strand_id, annotator_uid, act, at, lamport) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(step.uid, step.strandId, step.annotator, step.act, step.at, step.lamport);
  const id = Number(lastInsertRowid);
  for (const taken of step.takes) {
    statement(db, 'INSERT INTO step_takes SELECT ?, id FROM step WHERE uid = ?').run(id, taken);
    statement(db, `UPDATE step SET taken_back = ${isTaken} WHERE uid = ?`).run(taken);
    statement(
      db,
      `UPDATE step SET taken_back = ${isTaken} WHERE id IN (
         SELECT t.taken_id FROM step_takes t JOIN step u ON u.id = t.step_id WHERE u.uid = ?)`,
    ).run(taken);
  }
  return { id };
}

/** SQL for whether a step that stands, and counts in this file, takes this one back. Source: index `step_takes_by_taken`. */
const isTaken = `EXISTS (SELECT 1 FROM step_takes k JOIN step u ON u.id = k.step_id
  WHERE k.taken_id = step.id AND u.taken_back = 0 AND ${isInEffect('u')})`;

/**
 * Says anew of every step whether it is taken back: once other copies' steps count, or count no more. Newest first, since whoever
 * takes a step back is newer than it.
 */
export function restateSteps(db: WriteDb): void {
  const taken = statement<[], number>(
    db,
    'SELECT DISTINCT s.id FROM step_takes k JOIN step s ON s.id = k.taken_id ORDER BY s.lamport DESC',
  ).pluck();
  for (const id of taken.all()) statement(db, `UPDATE step SET taken_back = ${isTaken} WHERE id = ?`).run(id);
}

/** A step with its strand and what it takes back, by uid. */
export type WholeStep = Omit<StepRow, 'id'> & { strand: string; lamport: number; takenBack: number; takes: string };

/** All steps, in order of uid: for comparing two corpora. */
export const listSteps = (db: ReadDb): WholeStep[] =>
  statement<[], WholeStep>(
    db,
    `SELECT s.uid, s.act, s.at, s.annotator_uid AS annotator, strand.uid AS strand, s.lamport, s.taken_back AS takenBack,
       (SELECT json_group_array(uid) FROM (
          SELECT taken.uid FROM step_takes t JOIN step taken ON taken.id = t.taken_id WHERE t.step_id = s.id ORDER BY 1)
       ) AS takes
     FROM step s JOIN strand ON strand.id = s.strand_id ORDER BY s.uid`,
  ).all();

const STAYING = ACTS_THAT_STAY.map((act) => `'${act}'`).join(', ');
const columns = 's.id, s.uid, s.act, s.at, s.annotator_uid AS annotator';
const isComplete = `NOT EXISTS (SELECT 1 FROM batch b WHERE b.step_id = s.id AND b.state IN ('open', 'removed'))`;

/** The person's newest step that is neither taken back nor still being written, of the acts that can be undone. */
export const findStepToUndo = (db: ReadDb, annotator: string): StepRow | undefined =>
  statement<[string], StepRow>(
    db,
    `SELECT ${columns} FROM step s
     WHERE s.annotator_uid = ? AND s.taken_back = 0 AND s.act NOT IN (${STAYING})
       AND ${isComplete} AND ${isOwn('s')}
     ORDER BY s.lamport DESC, s.id DESC LIMIT 1`,
  ).get(annotator);

export const getStep = (db: ReadDb, id: number): StepRow => {
  const row = statement<[number], StepRow>(db, `SELECT ${columns} FROM step s WHERE s.id = ?`).get(id);
  if (!row) throw new Error(`There is no step ${id}`);
  return row;
};

/** Whether a step is work that still stands: it was not taken back, and is not itself a taking back. */
export const isStandingWork = (db: ReadDb, id: number) =>
  statement<[number], { n: number }>(
    db,
    `SELECT count(*) AS n FROM step WHERE id = ? AND taken_back = 0 AND act NOT IN (${STAYING})`,
  ).get(id)!.n === 1;

/** The steps that one takes back, oldest first. */
export const listTaken = (db: ReadDb, id: number): StepRow[] =>
  statement<[number], StepRow>(
    db,
    `SELECT ${columns} FROM step_takes t JOIN step s ON s.id = t.taken_id WHERE t.step_id = ? ORDER BY s.id`,
  ).all(id);

/** The works that a redo brought back: what the undos that it takes back had taken. Oldest first. */
export const listBroughtBack = (db: ReadDb, redo: number): StepRow[] =>
  statement<[number], StepRow>(
    db,
    `SELECT DISTINCT ${columns} FROM step_takes u JOIN step_takes w ON w.step_id = u.taken_id JOIN step s ON s.id = w.taken_id
     WHERE u.step_id = ? ORDER BY s.id`,
  ).all(redo);

/** The newest redo that brought a work back. Source: index `step_takes_by_taken`. */
export const findRedoOf = (db: ReadDb, work: number): number | undefined =>
  statement<[number], { id: number }>(
    db,
    `SELECT r.id FROM step_takes w JOIN step_takes u ON u.taken_id = w.step_id JOIN step r ON r.id = u.step_id
     WHERE w.taken_id = ? AND r.act = 'redo' ORDER BY r.id DESC LIMIT 1`,
  ).get(work)?.id;

/** The undo that took a work back and stands. */
export const findUndoOf = (db: ReadDb, work: number): number | undefined =>
  statement<[number], { id: number }>(
    db,
    `SELECT u.id FROM step_takes t JOIN step u ON u.id = t.step_id
     WHERE t.taken_id = ? AND u.act = 'undo' AND u.taken_back = 0 AND ${isOwn('u')} ORDER BY u.id DESC LIMIT 1`,
  ).get(work)?.id;

/** The person's works that stand and came after a step, newest first. */
export const listWorksAfter = (db: ReadDb, annotator: string, { id }: Pick<StepRow, 'id'>): StepRow[] =>
  statement<[string, number], StepRow>(
    db,
    `SELECT ${columns} FROM step s
     WHERE s.annotator_uid = ? AND s.id > ? AND s.taken_back = 0 AND s.act NOT IN (${STAYING}) AND ${isComplete}
       AND ${isOwn('s')}
     ORDER BY s.id DESC`,
  ).all(annotator, id);

/** The person's works that stand and are not newer than a step. */
export const listWorksUpTo = (db: ReadDb, annotator: string, { id }: Pick<StepRow, 'id'>): number[] =>
  statement<[string, number], { id: number }>(
    db,
    `SELECT s.id FROM step s
     WHERE s.annotator_uid = ? AND s.id <= ? AND s.taken_back = 0 AND s.act NOT IN (${STAYING}) AND ${isOwn('s')}`,
  )
    .all(annotator, id)
    .map((row) => row.id);

/** The person's undos that can be redone, newest first. */
export const listUndosToRedo = (db: ReadDb, annotator: string): StepRow[] =>
  statement<[string, string], StepRow>(
    db,
    `SELECT ${columns} FROM step s
     WHERE s.annotator_uid = ? AND s.act = 'undo' AND s.taken_back = 0 AND ${isOwn('s')}
       AND s.lamport > (SELECT coalesce(max(later.lamport), 0) FROM step later
         WHERE later.annotator_uid = ? AND later.act NOT IN (${STAYING}) AND ${isOwn('later')})
     ORDER BY s.lamport DESC, s.id DESC`,
  ).all(annotator, annotator);

/** Steps whose uids begin so, ten at most. Source: the unique index on `uid`. */
export const listStepsBeginning = (db: ReadDb, beginning: string): StepRow[] =>
  statement<[string, string], StepRow>(
    db,
    `SELECT ${columns} FROM step s WHERE s.uid >= ? AND s.uid < ? || 'g' LIMIT 10`,
  ).all(beginning, beginning);

/**
 * The day of the newest step in the order of the journal, by its clock in UTC; null where there is none. The same in every copy with
 * the same journal, in whatever order its strands came into the file.
 */
export const findDayOfNewestStep = (db: ReadDb): string | null =>
  statement<[], string>(
    db,
    `SELECT substr(t.at, 1, 10) FROM step t JOIN strand s ON s.id = t.strand_id
     ORDER BY t.lamport DESC, s.uid DESC LIMIT 1`,
  )
    .pluck()
    .get() ?? null;
