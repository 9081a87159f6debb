import { z } from 'zod';
import { AnnotationRef, ArticleRef, StepId, StepRef, TargetRef } from '../domain/ids.ts';
import { HistoryRow, ListedStep, Step, UndoState } from '../domain/journal.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const articleErrors = ['article-unknown', 'uid-ambiguous'] as const;
const annotationErrors = ['annotation-unknown', 'uid-ambiguous'] as const;

/**
 * Which part of the journal is meant.
 *
 * `target`: one row of any kind (an entity with its aliases). Moments are half-open: at or after `from`, before `to`.
 */
const chosen = {
  article: ArticleRef.optional(),
  annotation: AnnotationRef.optional(),
  target: TargetRef.optional(),
  annotator: z.string().min(1).max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
};
const rows = z.object({
  ...chosen,
  step: StepRef.optional(),
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(10_000).default(500),
});
const chosenErrors = [...READ_ERRORS, ...articleErrors, ...annotationErrors, 'step-unknown'] as const;
/** `step` is null where nothing had to be done. */
const takenBack = z.object({ taken: z.array(Step), step: StepId.nullable() });

export const historyCalls = {
  /** Rows of the journal, newest first. */
  'history:list': { input: rows, output: z.array(HistoryRow), errors: chosenErrors, access: 'read' },
  /** The same with the names of what the rows name by uid, for people to read. */
  'history:rows': {
    input: rows,
    output: z.object({ rows: z.array(HistoryRow), names: z.record(z.string(), z.string()) }),
    errors: chosenErrors,
    access: 'read',
  },
  /** Steps, newest first; `before` is the `seq` of the last one of the page before. */
  'history:steps': {
    input: z.object({
      ...chosen,
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.array(ListedStep),
    errors: chosenErrors,
    access: 'read',
  },
  /**
   * Takes back, or brings back, the person's own steps until the chosen one is the newest of them that stands, as one step.
   * Of another person's step: takes back what the person at the keyboard did after it.
   */
  'history:go-to': {
    input: z.object({ step: StepRef, together: z.boolean().default(false) }),
    output: takenBack,
    errors: [
      ...WRITE_ERRORS,
      'step-unknown',
      'uid-ambiguous',
      'step-not-reachable',
      'undo-takes-others',
      'undo-needs-others',
      'cancelled',
    ],
    access: 'write',
    job: true,
  },
  'history:undo-state': { input: z.object({}), output: UndoState, errors: READ_ERRORS, access: 'read' },
  /**
   * Takes back the newest step of the person at the keyboard. Where later steps stand on it, it is refused
   * (`undo-takes-others`) unless `together` is set: then they are all taken back as one.
   */
  'history:undo': {
    input: z.object({ together: z.boolean().default(false) }),
    output: z.object({ taken: z.array(Step), step: StepId }),
    errors: [...WRITE_ERRORS, 'nothing-to-undo', 'undo-takes-others', 'undo-needs-others'],
    access: 'write',
  },
  'history:redo': {
    input: z.object({ together: z.boolean().default(false) }),
    output: z.object({ taken: z.array(Step), step: StepId }),
    errors: [...WRITE_ERRORS, 'nothing-to-redo', 'undo-takes-others', 'undo-needs-others'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
