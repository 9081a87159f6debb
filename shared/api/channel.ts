import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/**
 * One thing that a door may ask of the worker.
 *
 * `access`: what must be open: nothing, a corpus, or a corpus that may be written; `door`: the door answers, not the worker.
 * `job`: it runs long; the answer is a `JobId`, progress and result come as events.
 * `errors`: the failures that the caller is expected to handle; anything else is a bug.
 */
export type Channel = {
  input: z.ZodType;
  output: z.ZodType;
  errors: readonly ErrorCode[];
  access: 'none' | 'read' | 'write' | 'door';
  job?: true;
};

/** Failures that every reading or writing call can have, whatever it does. */
export const READ_ERRORS = ['no-corpus-open', 'corpus-damaged', 'corpus-in-use', 'disk-full', 'disk-failed'] as const;
export const WRITE_ERRORS = [
  ...READ_ERRORS,
  'no-annotator',
  'corpus-read-only',
  'corpus-being-checked',
  'corpus-replaced',
] as const;
