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
  'tag many',
  'take suggestions',
  'dismiss suggestions',
  'restore suggestions',
  'propagate',
  'change rule',
  'add predictions',
  'change filter',
  'change dataset',
  'import annotations',
  'link entity',
  'add entity',
  'change entity',
  'merge entities',
  'split entity',
  'change outlet',
  'merge outlets',
  'relate',
  'change relation',
  'remove relation',
  'change cluster',
  'review',
  'adjudicate',
  'settle',
  'exempt',
  'make consistent',
  'merge',
  'assign',
  'hand out',
  'change person',
  'upgrade',
  'recover',
  'undo',
  'redo',
  'discard',
]);
export type Act = z.infer<typeof Act>;

/** Acts that are no person's work on the texts, and so are not undone. */
export const ACTS_THAT_STAY: readonly Act[] = [
  'create corpus',
  'hand out',
  'join',
  'change person',
  'upgrade',
  'recover',
  'undo',
  'redo',
  'discard',
];

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

/** A step as it stands in the list of steps. */
export const ListedStep = Step.extend({
  /** Counts in this file; a later page begins before it. */
  seq: z.int(),
  /** `stands`: work that holds; `taken back`: work that was undone; `stays`: no work to undo (an undo, a redo, who joined). */
  state: z.enum(['stands', 'taken back', 'stays']),
  /** Whether the person at the keyboard can go to it. */
  isReachable: z.boolean(),
  /** The steps that an undo took back, or the undos that a redo did. */
  takes: z.array(StepId),
  rows: z.int(),
  /** How many rows of which kind it changed, the most first. */
  touched: z.array(z.object({ kind: z.string(), rows: z.int() })),
  /** A name, title or quote out of what it changed; null where it has none. */
  example: z.string().nullable(),
});
export type ListedStep = z.infer<typeof ListedStep>;

/** What undo and redo would take back or bring back, by the person at the keyboard. */
export const UndoState = z.object({ undo: Step.nullable(), redo: Step.nullable() });
export type UndoState = z.infer<typeof UndoState>;
