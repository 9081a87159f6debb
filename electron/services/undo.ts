import { ExpectedError } from '#shared/errors';
import type { Step, UndoState } from '#shared/domain/journal';
import { StepId } from '#shared/domain/ids';
import type { ReadDb } from '../corpus/connection.ts';
import { listStepRows } from '../corpus/journal/read-rows.ts';
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
import { hasBatch, kindNames } from '../corpus/model/kinds.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { describeStep, toStep } from './describe-step.ts';
import type { Job } from './job.ts';
import { countWork, removeWithHidden, turnBack, type Counted } from './turn-back.ts';
import { collectDependents, findBatch, findUnit, toUnits, type Unit } from './undo-units.ts';
import { putVersion, TouchedVersions } from './undo-versions.ts';
import { continueStep, openStep } from './write-step.ts';

const batchKinds = kindNames.filter(hasBatch);

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
  if (last === -1) throw new ExpectedError('step-not-reachable', { act: describeStep(corpus.read, chosen) });
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
    throw new ExpectedError('undo-takes-others', { acts: others.map((step) => describeStep(read, step)).join('; ') });
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
    // what a redo leaves unnamed was so before it was undone
    turnBack(counted, rows, act === 'undo' ? touched : null);
    settleVersions(counted, touched);
  });
  return { taken, step: StepId.parse(step.uid) };
}

function settleVersions(writer: Counted, touched: TouchedVersions): void {
  const { lacking, needless } = touched.sort(writer.db);
  for (const version of lacking) putVersion(writer, version);
  removeWithHidden(writer, 'codebook_version', needless);
}

/** The rows to turn back. What a step put into a batch goes and comes with the batch's own row. */
const listRowsToInvert = (db: ReadDb, stepId: number) =>
  listStepRows(db, stepId, findBatch(db, stepId) === undefined ? [] : batchKinds).filter(
    ({ kind, op }) => !(kind === 'batch' && op === 'insert'),
  );
