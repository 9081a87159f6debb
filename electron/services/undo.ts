import { ExpectedError } from '#shared/errors';
import type { Step, UndoState } from '#shared/domain/journal';
import { StepId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../corpus/connection.ts';
import {
  findRemoval,
  listStepRows,
  parsePayload,
  type JournalRow,
  type RowPayload,
} from '../corpus/journal/read-rows.ts';
import {
  findStepToUndo,
  findUndoOf,
  getStep,
  isStandingWork,
  listTaken,
  listUndosToRedo,
  listWorksAfter,
  listWorksUpTo,
  type StepRow,
} from '../corpus/journal/steps.ts';
import { hasBatch, isKindName, kindNames, type KindName, type Records } from '../corpus/model/kinds.ts';
import { isSeen, isThere, listNamed, listReferrers } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import type { Job } from './job.ts';
import { collectDependents, findBatch, findUnit, toUnits, type Unit } from './undo-units.ts';
import { putVersion, TouchedVersions } from './undo-versions.ts';
import { continueStep, openStep, type StepWriter } from './write-step.ts';

const batchKinds = kindNames.filter(hasBatch);

/** So many rows are turned back between two reports. */
const ROWS_A_REPORT = 1000;

/** What was taken back or brought back, and the step that did it; null where nothing had to be done. */
export type TakenBack = { taken: Step[]; step: StepId | null };
/** `together`: others' work that stands on it may go with it. */
type Way = { together: boolean; report: Job['report'] };
const quietly: Job['report'] = () => {};

/** What undo and redo would take back or bring back for a person; `annotator` is null where nobody is known yet. */
export function getUndoState(db: ReadDb, annotator: string | null): UndoState {
  if (annotator === null) return { undo: null, redo: null };
  const work = findStepToUndo(db, annotator);
  const [undone] = listUndosToRedo(db, annotator);
  // what a redo is named by: the first of the person's own works that it would bring back
  const back = undone && (listTaken(db, undone.id).find((each) => each.annotator === annotator) ?? undone);
  return { undo: work ? toStep(db, work) : null, redo: back ? toStep(db, back) : null };
}

/** Takes back the person's newest step that stands. Errors: nothing-to-undo, undo-takes-others, and those of writing. */
export function undo(corpus: Corpus, annotator: string, together: boolean, report = quietly) {
  const newest = findStepToUndo(corpus.read, annotator);
  if (!newest) throw new ExpectedError('nothing-to-undo');
  const unit = findUnit(corpus.read, newest.id, new Set());
  return takeBack(corpus, annotator, 'undo', [unit], { together, report });
}

/** Takes back a step of the person's that stands, by id: a long one that was stopped. Errors: as of `undo`. */
export const undoStep = (corpus: Corpus, annotator: string, step: number) =>
  takeBack(corpus, annotator, 'undo', [findUnit(corpus.read, step, new Set())], { together: false, report: quietly });

/** Takes back the person's newest undo. Errors: nothing-to-redo, undo-takes-others, and those of writing. */
export function redo(corpus: Corpus, annotator: string, together: boolean, report = quietly) {
  const [newest] = listUndosToRedo(corpus.read, annotator);
  if (!newest) throw new ExpectedError('nothing-to-redo');
  return takeBack(corpus, annotator, 'redo', [toUnit(newest)], { together, report });
}

const toUnit = ({ id }: StepRow): Unit => ({ rowsOf: id, works: [id] });

/**
 * Takes back or brings back the person's own steps until the chosen one is the newest of them that stands.
 *
 * Of another's step, it takes back what the person did after it. Errors: step-not-reachable, undo-takes-others, and those of writing.
 */
export function goTo(corpus: Corpus, annotator: string, chosen: StepRow, way: Way): TakenBack {
  const isOwn = chosen.annotator === annotator;
  const isTakenBack =
    isOwn && !isStandingWork(corpus.read, chosen.id) && findUndoOf(corpus.read, chosen.id) !== undefined;
  const brought = isTakenBack ? bringBackTo(corpus, annotator, chosen, way) : undefined;
  const works = listWorksAfter(corpus.read, annotator, chosen).map(({ id }) => id);
  if (works.length === 0) return brought ?? { taken: [], step: null };
  const keeps = new Set(listWorksUpTo(corpus.read, annotator, chosen));
  const taken = takeBack(corpus, annotator, 'undo', toUnits(corpus.read, works, keeps), { ...way, keeps });
  return brought ?? taken;
}

function bringBackTo(corpus: Corpus, annotator: string, chosen: StepRow, way: Way): TakenBack {
  const undos = listUndosToRedo(corpus.read, annotator);
  const last = undos.findIndex(({ id }) => id === findUndoOf(corpus.read, chosen.id));
  if (last === -1) throw new ExpectedError('step-not-reachable', { act: describe(corpus.read, chosen) });
  return takeBack(corpus, annotator, 'redo', undos.slice(0, last + 1).map(toUnit), way);
}

function takeBack(
  corpus: Corpus,
  annotator: string,
  act: 'undo' | 'redo',
  first: readonly Unit[],
  { together, report, keeps }: Way & { keeps?: ReadonlySet<number> },
): { taken: Step[]; step: StepId } {
  const { read } = corpus;
  const tick = (done: number) => done % 100 === 0 && report({ done, total: first.length, what: act });
  const units = collectDependents(read, first, { tick, ...(keeps && { keeps }) });
  const steps = units.flatMap(({ works }) => works.toReversed().map((id) => getStep(read, id)));
  const others = steps.filter((step) => step.annotator !== annotator);
  if (others.length > 0 && !together)
    throw new ExpectedError('undo-takes-others', { acts: others.map((step) => describe(read, step)).join('; ') });
  const shown = act === 'undo' ? steps : first.flatMap(({ rowsOf }) => listTaken(read, rowsOf));
  const taken = shown.map((step) => toStep(read, step));
  const touched = new TouchedVersions();
  for (const { id } of [...steps, ...shown]) touched.noteStep(read, id);
  const step = openStep(
    corpus,
    annotator,
    act,
    steps.map(({ uid }) => uid),
  );
  continueStep(corpus, step, (writer) => {
    const rows = units.flatMap(({ rowsOf }) => listRowsToInvert(writer.db, rowsOf));
    const counted = countWork(writer, ({ done, total }) => report({ done, total, what: act }));
    counted.expect(rows.length);
    for (const row of rows) {
      const payload = parsePayload(row);
      // what a redo leaves unnamed was so before it was undone
      if (act === 'undo') touched.noteNamed(payload);
      if (row.kind !== 'codebook_version') invert(counted, row, payload);
      counted.tick();
    }
    settleVersions(counted, touched);
  });
  return { taken, step: StepId.parse(step.uid) };
}

/** A writer that says how far it is: rows come to light while others are turned back. */
type Counted = StepWriter & { expect(rows: number): void; tick(): void };

function countWork(writer: StepWriter, say: (progress: { done: number; total: number }) => void): Counted {
  let [done, total] = [0, 0];
  return {
    ...writer,
    expect: (rows) => void (total += rows),
    tick: () => {
      done += 1;
      if (done % ROWS_A_REPORT === 0) say({ done, total });
    },
  };
}

function settleVersions(writer: Counted, touched: TouchedVersions): void {
  const { lacking, needless } = touched.sort(writer.db);
  for (const version of lacking) putVersion(writer, version);
  for (const version of needless) removeWithHidden(writer, 'codebook_version', version);
}

/** The rows to turn back. What a step put into a batch goes and comes with the batch's own row. */
const listRowsToInvert = (db: ReadDb, stepId: number) =>
  listStepRows(db, stepId, findBatch(db, stepId) === undefined ? [] : batchKinds).filter(
    ({ kind, op }) => !(kind === 'batch' && op === 'insert'),
  );

function invert(writer: Counted, row: JournalRow, { before, after }: RowPayload): void {
  if (!isKindName(row.kind)) throw new Error(`The journal has a row of unknown kind ${row.kind}`);
  switch (row.op) {
    case 'insert':
      return row.kind === 'outlet' ? removeOutlet(writer, row.target) : removeWithHidden(writer, row.kind, row.target);
    case 'delete':
      requireNamed(writer, row.kind, before);
      // a merge that is taken back with it had brought the row again, and leaves it where nobody sees it
      if (isThere(writer.db, row.kind, row.target)) return writer.update(row.kind, row.target, before!);
      return writer.insert(row.kind, row.target, before as Records[KindName]);
    case 'update':
      // a batch that was being written was never seen: taking its publication back withdraws it
      if (row.kind === 'batch') {
        const to = after?.['state'] === 'published' ? 'withdrawn' : 'published';
        writer.update('batch', row.target, { state: to });
        return to === 'published' ? showOutletsOf(writer, row.target) : undefined;
      }
      requireNamed(writer, row.kind, before);
      return writer.update(row.kind, row.target, before!);
  }
}

/** What is put back may name what somebody else has taken away since. Errors: undo-needs-others. */
function requireNamed(writer: StepWriter, kind: KindName, record: RowPayload['before']): void {
  const { db } = writer;
  for (const [other, uid] of listNamed(kind, record)) {
    if (isThere(db, other, uid)) continue;
    if (other === 'codebook_version') {
      putVersion(writer, uid);
      continue;
    }
    const gone = findRemoval(db, uid);
    throw new ExpectedError('undo-needs-others', { act: gone === undefined ? other : describe(db, getStep(db, gone)) });
  }
}

/** What a long write that was taken back put in may still name the row: it is seen by nobody, and goes and comes with it. */
function removeWithHidden(writer: Counted, kind: KindName, uid: string): void {
  const hasWithdrawn = statement<[], unknown>(writer.db, `SELECT 1 FROM batch WHERE state = 'withdrawn' LIMIT 1`).get();
  if (hasWithdrawn !== undefined) removeReferrers(writer, kind, uid);
  writer.remove(kind, uid);
}

function removeReferrers(writer: Counted, kind: KindName, uid: string): void {
  const referrers = listReferrers(writer.db, kind, uid);
  writer.expect(referrers.length);
  for (const referrer of referrers) {
    // it may have gone with another that it names
    if (isThere(writer.db, referrer.kind, referrer.uid)) {
      removeReferrers(writer, referrer.kind, referrer.uid);
      writer.remove(referrer.kind, referrer.uid);
    }
    writer.tick();
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

export const toStep = (db: ReadDb, { uid, act, annotator, at }: StepRow): Step => ({
  uid: StepId.parse(uid),
  act,
  annotator: findAnnotatorByUid(db, annotator)?.name ?? annotator,
  at,
});

const describe = (db: ReadDb, step: StepRow) => {
  const { act, annotator, at } = toStep(db, step);
  return `${act} by ${annotator} at ${at.slice(0, 16).replace('T', ' ')} UTC`;
};
