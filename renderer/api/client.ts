import type { Bridge, CallName, GalleyEvent, Input, JobName, Output, Progress, Result } from '#shared/api/contract';
import { runJob as runJobOver } from '#shared/api/run-job';
import { toSentence, type Failure } from '#shared/errors';

declare global {
  interface Window {
    galley: Bridge;
  }
}

/** A failure of a call, with the sentence that a person reads. */
export class CallError extends Error {
  override name = 'CallError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(toSentence(failure));
    this.failure = failure;
  }
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}

/** Asks for something. Errors: `CallError`. */
export async function call<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>> {
  return unwrap((await window.galley.call(name, input)) as Result<Output<C>>);
}

/** Starts a job and waits for its end; an aborted signal cancels it. Errors: `CallError`. */
export async function runJob<C extends JobName>(
  name: C,
  input: Input<C>,
  options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<Output<C>> {
  return unwrap(await runJobOver(window.galley, name, input, options));
}

/** Hears every event until the returned function is called. */
export const listen = (listener: (event: GalleyEvent) => void): (() => void) => window.galley.listen(listener);

/** Gives a file that was dropped on the page a handle. Errors: `CallError`. */
export const offer = async (file: File): Promise<{ handle: string; name: string }> =>
  unwrap(await window.galley.offer(file));

/** Whether a failure is one of these. */
export const hasCode = (error: unknown, ...codes: Failure['code'][]): boolean =>
  error instanceof CallError && codes.includes(error.failure.code);
