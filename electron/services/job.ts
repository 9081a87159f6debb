import { ExpectedError } from '#shared/errors';
import type { Progress } from '#shared/api/contract';

/** What long work is given to say how far it is and to hear that it should stop. */
export type Job = { report(progress: Progress): void; isCancelled(): boolean };

/** Lets waiting calls be answered, then goes on; throws `cancelled` when the person has stopped the job. */
export async function pause(job: Job): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (job.isCancelled()) throw new ExpectedError('cancelled');
}
