import { statement, type ReadDb, type WriteDb } from '../corpus/connection.ts';
import { forgetAlias } from '../corpus/derived/alias-forms.ts';
import { forgetWords } from '../corpus/derived/article-words.ts';
import { forgetArticles } from '../corpus/derived/search-index.ts';
import { listStepRows, parsePayload } from '../corpus/journal/read-rows.ts';
import { getStep } from '../corpus/journal/steps.ts';
import { hasBatch, isKindName, kindNames, type KindName } from '../corpus/model/kinds.ts';
import { deleteRecord, isThere, listReferrers } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { continueStep, openStep, type StepWriter } from './write-step.ts';

const batchKinds = kindNames.filter(hasBatch);
/** Rows that name others come first. */
const inOrderOfDeletion: readonly KindName[] = [...batchKinds].reverse();

/** So many rows are deleted in one transaction: about 10 ms, so that a tag hardly waits. */
const ROWS_A_SLICE = 100;

const OF_REMOVED = `IN (SELECT id FROM batch WHERE state = 'removed')`;

/**
 * Takes back an unfinished long write: what it moved goes back, and what it put in is gone from then on. Its rows themselves,
 * which nobody saw, are left for `deleteSomeRemoved`.
 *
 * Their deletion has no journal rows of its own: the batch's row says `removed`, and replay leaves out what that holds. What it
 * made besides, which others see (a label), goes too unless they use it by now; then its rows have to go first.
 */
export function discardBatch(corpus: Corpus, batch: string): void {
  const db = corpus.writer!.db;
  const { step_id } = statement<[string], { step_id: number }>(db, 'SELECT step_id FROM batch WHERE uid = ?').get(
    batch,
  )!;
  const unfinished = getStep(db, step_id);
  continueStep(corpus, openStep(corpus, unfinished.annotator, 'discard', [unfinished.uid]), (step) => {
    for (const row of listStepRows(step.db, step_id, batchKinds)) {
      if (row.op === 'update' && row.kind !== 'batch' && isKindName(row.kind))
        step.update(row.kind, row.target, parsePayload(row).before!);
    }
    leaveOutletsToOthers(step, batch);
    step.update('batch', batch, { state: 'removed' });
    removeMadeBesides(step, step_id);
  });
}

function removeMadeBesides(step: StepWriter, unfinished: number): void {
  const made = listStepRows(step.db, unfinished, [...batchKinds, 'batch']).filter(({ op }) => op === 'insert');
  if (made.length > 0) deleteAllRemoved(step.db);
  for (const { kind, target } of made) {
    if (!isKindName(kind) || !isThere(step.db, kind, target)) continue;
    if (listReferrers(step.db, kind, target).length === 0) step.remove(kind, target);
  }
}

/** An outlet that it put in and that articles of another import name by now stays with those. */
function leaveOutletsToOthers(step: StepWriter, batch: string): void {
  const named = statement<[string], { uid: string; other: string }>(
    step.db,
    `SELECT o.uid, min(b.uid) AS other FROM outlet o JOIN article a ON a.outlet_id = o.id JOIN batch b ON b.id = a.batch_id
     WHERE o.batch_id = (SELECT id FROM batch WHERE uid = ?) AND a.batch_id <> o.batch_id AND b.state <> 'removed'
     GROUP BY o.uid`,
  ).all(batch);
  for (const { uid, other } of named) step.update('outlet', uid, { batch: other });
}

const listRemoved = (db: ReadDb, kind: KindName, most: number) =>
  statement<[number], { id: number; uid: string }>(
    db,
    `SELECT id, uid FROM ${kind} WHERE batch_id ${OF_REMOVED} LIMIT ?`,
  ).all(most);

/** Whether discarded long writes left anything behind. */
export const hasRemoved = (db: ReadDb): boolean =>
  inOrderOfDeletion.some((kind) => listRemoved(db, kind, 1).length > 0);

/** Deletes some of what discarded long writes left behind; gives whether there may be more. The caller holds a transaction. */
export function deleteSomeRemoved(db: WriteDb, most = ROWS_A_SLICE): boolean {
  let left = most;
  for (const kind of inOrderOfDeletion) {
    const rows = listRemoved(db, kind, left);
    for (const { uid } of rows) {
      deleteRecord(db, kind, uid);
      if (kind === 'entity_alias') forgetAlias(db, uid);
    }
    if (kind === 'article') {
      const ids = rows.map(({ id }) => id);
      forgetArticles(db, ids);
      forgetWords(db, ids);
    }
    left -= rows.length;
    if (left === 0) return true;
  }
  return false;
}

/** Deletes all that discarded long writes left behind, from a corpus that is being built and has no derived tables yet. */
export const deleteAllRemoved = (db: WriteDb): void => void deleteSomeRemoved(db, Number.MAX_SAFE_INTEGER);

/** Whether a row is one that a discarded long write left behind. */
export const isLeftBehind = (db: ReadDb, kind: KindName, uid: string): boolean =>
  hasBatch(kind) &&
  statement<[string], unknown>(db, `SELECT 1 FROM ${kind} WHERE uid = ? AND +batch_id ${OF_REMOVED}`).get(uid) !==
    undefined;

/** Takes back what a Galley that died was writing. Gives how many long writes there were. */
export function discardUnfinished(corpus: Corpus): number {
  const open = statement<[], { uid: string }>(corpus.writer!.db, `SELECT uid FROM batch WHERE state = 'open'`).all();
  for (const { uid } of open) discardBatch(corpus, uid);
  return open.length;
}
