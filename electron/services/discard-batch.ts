import { statement, type WriteDb } from '../corpus/connection.ts';
import { listStepRows, parsePayload } from '../corpus/journal/read-rows.ts';
import { getStep } from '../corpus/journal/steps.ts';
import { hasBatch, isKindName, kindNames, type KindName } from '../corpus/model/kinds.ts';
import { deleteRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { continueStep, openStep } from './write-step.ts';

const batchKinds = kindNames.filter(hasBatch);
/** Rows that name others come first. */
const inOrderOfDeletion: readonly KindName[] = [...batchKinds].reverse();

/**
 * Takes back an unfinished long write: what it moved goes back, what it put in is deleted, all in one transaction.
 *
 * The deletions have no journal rows of their own: the batch's row says `removed`, and replay does the same.
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
    deleteRowsOfBatch(step.db, batch);
    step.update('batch', batch, { state: 'removed' });
  });
}

/** Deletes what stands in a batch; replay uses it too. */
export function deleteRowsOfBatch(db: WriteDb, batch: string): void {
  for (const kind of inOrderOfDeletion) {
    const rows = statement<[string], { uid: string }>(
      db,
      `SELECT uid FROM ${kind} WHERE batch_id = (SELECT id FROM batch WHERE uid = ?)`,
    ).all(batch);
    for (const { uid } of rows) deleteRecord(db, kind, uid);
  }
}

/** Takes back what a Galley that died was writing. Gives how many long writes there were. */
export function discardUnfinished(corpus: Corpus): number {
  const open = statement<[], { uid: string }>(corpus.writer!.db, `SELECT uid FROM batch WHERE state = 'open'`).all();
  for (const { uid } of open) discardBatch(corpus, uid);
  return open.length;
}
