import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/**
 * One thing that a door may ask of the worker.
 *
 * `access`: what must be open: nothing, a corpus, or a corpus that may be written; `door`: the door answers, not the worker.
 * `job`: it runs long; the answer is a `JobId`, progress and result come as events.
 * `long`: it only reads, and may take so long that it is read beside: by a second worker, so that no change waits for it; where
 * that depends on the input, a function says so.
 * `errors`: the failures that the caller is expected to handle; anything else is a bug.
 */
export type Channel = {
  input: z.ZodType;
  output: z.ZodType;
  errors: readonly ErrorCode[];
  access: 'none' | 'read' | 'write' | 'door';
  job?: true;
  long?: true | ((input: never) => boolean);
};

/** Failures that every reading or writing call can have, whatever it does. */
export const READ_ERRORS = [
  'no-corpus-open',
  'reading-interrupted',
  'corpus-damaged',
  'corpus-in-use',
  'disk-full',
  'disk-failed',
] as const;
/** Failures of whatever chooses articles by a filter. */
export const FILTER_ERRORS = [
  'article-unknown',
  'uid-ambiguous',
  'query-empty',
  'query-only-excludes',
  'query-unclosed',
  'query-not-understood',
  'query-too-long',
] as const;
export const WRITE_ERRORS = [
  ...READ_ERRORS,
  'no-annotator',
  'corpus-read-only',
  'corpus-being-checked',
  'corpus-replaced',
] as const;
