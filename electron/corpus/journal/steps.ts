import { ACTS_THAT_STAY, type Act } from '#shared/domain/journal';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';

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
    statement(db, 'UPDATE step SET taken_back = 1 WHERE uid = ?').run(taken);
    statement(
      db,
      `UPDATE step SET taken_back = 0 WHERE id IN (
         SELECT t.taken_id FROM step_takes t JOIN step u ON u.id = t.step_id WHERE u.uid = ?)`,
    ).run(taken);
  }
  return { id };
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
       AND ${isComplete}
     ORDER BY s.lamport DESC, s.id DESC LIMIT 1`,
  ).get(annotator);

/** The person's newest undo that stands, unless they have done something new since. */
export const findStepToRedo = (db: ReadDb, annotator: string): StepRow | undefined =>
  statement<[string, string], StepRow>(
    db,
    `SELECT ${columns} FROM step s
     WHERE s.annotator_uid = ? AND s.act = 'undo' AND s.taken_back = 0
       AND NOT EXISTS (
         SELECT 1 FROM step later WHERE later.annotator_uid = ? AND later.lamport > s.lamport
           AND later.act NOT IN (${STAYING}))
     ORDER BY s.lamport DESC, s.id DESC LIMIT 1`,
  ).get(annotator, annotator);

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
