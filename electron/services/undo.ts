import { ExpectedError } from '#shared/errors';
import type { Step, UndoState } from '#shared/domain/journal';
import { StepId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../corpus/connection.ts';
import {
  listLaterSteps,
  listStepRows,
  listStepsOnBatch,
  parsePayload,
  type JournalRow,
} from '../corpus/journal/read-rows.ts';
import { findStepToRedo, findStepToUndo, getStep, isStandingWork, type StepRow } from '../corpus/journal/steps.ts';
import { hasBatch, isKindName, kindNames, type KindName, type Records } from '../corpus/model/kinds.ts';
import { isSeen, listReferrers } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { continueStep, openStep, type StepWriter } from './write-step.ts';

const batchKinds = kindNames.filter(hasBatch);

/** What undo and redo would take back for a person; `annotator` is null where nobody is known yet. */
export function getUndoState(db: ReadDb, annotator: string | null): UndoState {
  if (annotator === null) return { undo: null, redo: null };
  const [undo, redo] = [findStepToUndo(db, annotator), findStepToRedo(db, annotator)];
  return { undo: undo ? toStep(db, undo) : null, redo: redo ? toStep(db, redo) : null };
}

/** Takes back the person's newest step that stands. Errors: nothing-to-undo, undo-takes-others, and those of writing. */
export function undo(corpus: Corpus, annotator: string, together: boolean): { taken: Step[]; step: StepId } {
  const newest = findStepToUndo(corpus.read, annotator);
  if (!newest) throw new ExpectedError('nothing-to-undo');
  return takeBack(corpus, annotator, newest, 'undo', together);
}

/** Takes back the person's newest undo. Errors: nothing-to-redo, undo-takes-others, and those of writing. */
export function redo(corpus: Corpus, annotator: string, together: boolean): { taken: Step[]; step: StepId } {
  const newest = findStepToRedo(corpus.read, annotator);
  if (!newest) throw new ExpectedError('nothing-to-redo');
  return takeBack(corpus, annotator, newest, 'redo', together);
}

function takeBack(corpus: Corpus, annotator: string, first: StepRow, act: 'undo' | 'redo', together: boolean) {
  // closed over first: the set of steps that cannot stand without it, newest first
  const steps = collectDependents(corpus.read, first.id).map((id) => getStep(corpus.read, id));
  if (steps.length > 1 && !together) {
    const others = steps.filter(({ id }) => id !== first.id).map((step) => describe(corpus.read, step));
    throw new ExpectedError('undo-takes-others', { acts: others.join('; ') });
  }
  const step = openStep(
    corpus,
    annotator,
    act,
    steps.map(({ uid }) => uid),
  );
  continueStep(corpus, step, (writer) => {
    for (const { id } of steps) for (const row of listRowsToInvert(writer.db, id)) invert(writer, row);
  });
  return { taken: steps.map((taken) => toStep(corpus.read, taken)), step: StepId.parse(step.uid) };
}

/** The rows to turn back. What a step put into a batch goes and comes with the batch's own row. */
const listRowsToInvert = (db: ReadDb, stepId: number) =>
  listStepRows(db, stepId, ownsBatch(db, stepId) ? batchKinds : []).filter(
    ({ kind, op }) => !(kind === 'batch' && op === 'insert'),
  );

const findBatch = (db: ReadDb, stepId: number) =>
  statement<[number], { id: number }>(db, 'SELECT id FROM batch WHERE step_id = ?').get(stepId);
const ownsBatch = (db: ReadDb, stepId: number) => findBatch(db, stepId) !== undefined;

function invert(writer: StepWriter, row: JournalRow): void {
  if (!isKindName(row.kind)) throw new Error(`The journal has a row of unknown kind ${row.kind}`);
  const { before, after } = parsePayload(row);
  switch (row.op) {
    case 'insert':
      return row.kind === 'outlet' ? removeOutlet(writer, row.target) : writer.remove(row.kind, row.target);
    case 'delete':
      return writer.insert(row.kind, row.target, before as Records[KindName]);
    case 'update':
      // a batch that was being written was never seen: taking its publication back withdraws it
      if (row.kind === 'batch') {
        const to = after?.['state'] === 'published' ? 'withdrawn' : 'published';
        writer.update('batch', row.target, { state: to });
        return to === 'published' ? showOutletsOf(writer, row.target) : undefined;
      }
      return writer.update(row.kind, row.target, before!);
  }
}

/** An outlet that articles of a withdrawn import still name is not seen any more, but stays for them. */
function removeOutlet(writer: StepWriter, uid: string): void {
  const naming = statement<[string], { batch: string }>(
    writer.db,
    `SELECT b.uid AS batch FROM outlet o JOIN article a ON a.outlet_id = o.id JOIN batch b ON b.id = a.batch_id
     WHERE o.uid = ? AND b.state <> 'published' LIMIT 1`,
  ).get(uid);
  if (naming) writer.update('outlet', uid, { batch: naming.batch });
  else writer.remove('outlet', uid);
}

/** Articles that are seen again bring the outlets that they name along. */
function showOutletsOf(writer: StepWriter, batch: string): void {
  const hidden = statement<[string], { uid: string }>(
    writer.db,
    `SELECT DISTINCT o.uid FROM batch b JOIN article a ON a.batch_id = b.id JOIN outlet o ON o.id = a.outlet_id
     WHERE b.uid = ? AND NOT ${isSeen('o')}`,
  ).all(batch);
  for (const { uid } of hidden) writer.update('outlet', uid, { batch });
}

/**
 * The step and every later one that stands on its rows, newest first.
 *
 * A step stands on another's row if it came later, still stands, and touched that row, or a row that names it.
 * Complexity: the rows of the steps found and their index look-ups; a batch counts as one look-up an article.
 */
function collectDependents(db: ReadDb, first: number): number[] {
  const found = new Set([first]);
  for (const id of found) {
    for (const later of listStepsStandingOn(db, id))
      if (later > first && !found.has(later) && isStandingWork(db, later)) found.add(later);
  }
  return [...found].sort((a, b) => b - a);
}

function* listStepsStandingOn(db: ReadDb, id: number): Generator<number> {
  const batch = findBatch(db, id);
  if (batch) {
    yield* listStepsOnBatch(db, batch.id);
    const outlets = statement<[number], { uid: string }>(db, 'SELECT uid FROM outlet WHERE batch_id = ?').all(batch.id);
    for (const { uid } of outlets) yield* listStepsOfReferrers(db, 'outlet', uid, id);
  }
  for (const row of listRowsToInvert(db, id)) {
    yield* listLaterSteps(db, row.target, row.id);
    if (row.op === 'insert' && isKindName(row.kind)) yield* listStepsOfReferrers(db, row.kind, row.target, id);
  }
}

function* listStepsOfReferrers(db: ReadDb, kind: KindName, uid: string, except: number): Generator<number> {
  for (const referrer of listReferrers(db, kind, uid)) {
    for (const step of listLaterSteps(db, referrer.uid, 0)) if (step !== except) yield step;
  }
}

const toStep = (db: ReadDb, { uid, act, annotator, at }: StepRow): Step => ({
  uid: StepId.parse(uid),
  act,
  annotator: findAnnotatorByUid(db, annotator)?.name ?? annotator,
  at,
});

const describe = (db: ReadDb, step: StepRow) => {
  const { act, annotator, at } = toStep(db, step);
  return `${act} by ${annotator} at ${at.slice(0, 16).replace('T', ' ')} UTC`;
};
