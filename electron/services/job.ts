import { ExpectedError } from '#shared/errors';
import type { Progress } from '#shared/api/contract';

/** What long work is given to say how far it is and to hear that it should stop. */
export type Job = { report(progress: Progress): void; isCancelled(): boolean };

/** When a job last let others be answered. Unit: ms, as `performance.now` gives it. */
const lastPauses = new WeakMap<Job, number>();

/** Lets waiting calls be answered, then goes on; throws `cancelled` when the person has stopped the job. */
export async function pause(job: Job): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  lastPauses.set(job, performance.now());
  if (job.isCancelled()) throw new ExpectedError('cancelled');
}

/** Unit: ms. With the piece of work that follows, a page that has stopped a job is answered within twice or three times this. */
const LONGEST_WITHOUT_PAUSE = 12;

/** Asks whether to wait a moment; what it gives is to be awaited. */
export type Breathe = () => Promise<void> | undefined;

/**
 * Pauses where the job's last pause is some while ago. To be called often: it costs a look at the clock.
 *
 * All pacers of one job look at the same pause, so that the end of one part of it and the beginning of the next are no longer together.
 */
export function createPacer(job: Job): Breathe {
  if (!lastPauses.has(job)) lastPauses.set(job, performance.now());
  return () => (performance.now() - lastPauses.get(job)! < LONGEST_WITHOUT_PAUSE ? undefined : pause(job));
}
