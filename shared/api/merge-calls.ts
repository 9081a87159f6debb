import { z } from 'zod';
import { Handle, StepId } from '../domain/ids.ts';
import {
  MergeChange,
  MergeChangeKind,
  MergeConflict,
  MergePlan,
  MergeReport,
  MergeSide,
  PastMerge,
} from '../domain/merge.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const other = {
  /** The other copy's file. */
  other: Handle,
  /** It may be a copy of another corpus. */
  otherCorpus: z.boolean().default(false),
  /** What bears one name under two uids is one. */
  sameNames: z.boolean().default(false),
};
const page = { offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(1000).default(100) };
const otherErrors = [
  'handle-unknown',
  'corpus-missing',
  'not-a-corpus',
  'corpus-newer',
  'corpus-altered',
  'merge-with-itself',
  'merge-unrelated',
  'merge-tampered',
  'merge-unsound',
  'cancelled',
] as const;

/** Another person's copy of the corpus, or a package that was handed out, made one with the corpus that is open. */
export const mergeCalls = {
  /** What a merge would do. Nothing is written; the other file is only read. */
  'merge:preview': {
    input: z.object(other),
    output: MergePlan,
    errors: [...READ_ERRORS, ...otherErrors],
    access: 'read',
    job: true,
  },
  /** Conflicts of a plan, by article and place; `isWhole` is false where there were too many to keep them all. */
  'merge:conflicts': {
    input: z.object({ plan: z.string(), ...page }),
    output: z.object({ total: z.int(), isWhole: z.boolean(), conflicts: z.array(MergeConflict) }),
    errors: [...READ_ERRORS, 'plan-gone'],
    access: 'read',
  },
  /** What would come, change or go, of some kinds of rows (all where none is named). */
  'merge:changes': {
    input: z.object({
      plan: z.string(),
      kinds: z.array(z.string()).max(100).default([]),
      changes: z.array(MergeChangeKind).min(1).default(['add', 'change', 'remove']),
      ...page,
    }),
    output: z.object({ total: z.int(), isWhole: z.boolean(), changes: z.array(MergeChange) }),
    errors: [...READ_ERRORS, 'plan-gone'],
    access: 'read',
  },
  /**
   * Takes over what is new in the other copy, as one step. `choices`: which side's value stands, by the keys of conflicts; the rule
   * decides all others. Stopped or failed, it leaves nothing.
   */
  'merge:run': {
    input: z.object({ ...other, choices: z.record(z.string().max(200), MergeSide).default({}) }),
    output: MergeReport,
    errors: [...WRITE_ERRORS, ...otherErrors, 'merge-same-names'],
    access: 'write',
    job: true,
  },
  /** The merges that were done here, newest first. */
  'merge:list': {
    input: z.object({}),
    output: z.object({ merges: z.array(PastMerge) }),
    errors: READ_ERRORS,
    access: 'read',
  },
  /** The conflicts of a merge that was done: what it took, and what it did not. */
  'merge:past-conflicts': {
    input: z.object({ step: StepId, ...page }),
    output: z.object({ total: z.int(), isWhole: z.boolean(), conflicts: z.array(MergeConflict) }),
    errors: [...READ_ERRORS, 'step-unknown'],
    access: 'read',
  },
} as const satisfies Record<string, Channel>;
