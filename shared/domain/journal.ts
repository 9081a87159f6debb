import { z } from 'zod';
import { StepId } from './ids.ts';

/** What one act did, as one unit of undo. */
export const Act = z.enum([
  'create corpus',
  'join',
  'import',
  'tag',
  'change tag',
  'remove tag',
  'edit article',
  'mark article',
  'change codebook',
  'undo',
  'redo',
  'discard',
]);
export type Act = z.infer<typeof Act>;

/** Acts that are no person's work on the texts, and so are not undone. */
export const ACTS_THAT_STAY: readonly Act[] = ['create corpus', 'join', 'undo', 'redo', 'discard'];

export const Step = z.object({ uid: StepId, act: Act, annotator: z.string(), at: z.iso.datetime() });
export type Step = z.infer<typeof Step>;

/** One row of the journal: one thing that changed, with what was there before and after. `seq` counts in this file. */
export const HistoryRow = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  annotator: z.string(),
  act: Act,
  step: StepId,
  op: z.enum(['insert', 'update', 'delete']),
  kind: z.string(),
  target: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** What undo and redo would take back, by the person at the keyboard. */
export const UndoState = z.object({ undo: Step.nullable(), redo: Step.nullable() });
export type UndoState = z.infer<typeof UndoState>;
