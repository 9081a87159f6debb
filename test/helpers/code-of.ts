import { ExpectedError } from '#shared/errors';

/** The code of the refusal that an act ends in; undefined where it is not refused. Anything else that is thrown is a bug. */
export function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ExpectedError) return error.code;
    throw error;
  }
}
