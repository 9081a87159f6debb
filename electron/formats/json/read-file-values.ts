import { ExpectedError } from '#shared/errors';
import type { FileSet } from '../found.ts';
import { readValues, type JsonValue } from './read-values.ts';

/** The values of a file; from a byte that is no character of its encoding on it is refused. */
export function* readFileValues(files: FileSet, name: string): Generator<JsonValue> {
  try {
    yield* readValues(files.slices(name));
  } catch (error) {
    if (!isStray(error)) throw error;
    yield { reason: error.values.reason, line: error.values.line ?? 1 };
  }
}

export const isStray = (error: unknown): error is ExpectedError<'format-invalid'> =>
  error instanceof ExpectedError && error.code === 'format-invalid';
