import { ExpectedError } from '#shared/errors';
import type { Progress } from '#shared/api/contract';

/** What long work is given to say how far it is and to hear that it should stop. */
export type Job = { report(progress: Progress): void; isCancelled(): boolean };

/** Lets waiting calls be answered, then goes on; throws `cancelled` when the person has stopped the job. */
export async function pause(job: Job): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (job.isCancelled()) throw new ExpectedError('cancelled');
}

/** Unit: ms. A page that has stopped a job is answered within this, whatever the job works on. */
const LONGEST_WITHOUT_PAUSE = 25;

/** Pauses where the last pause is some while ago; what it gives is to be awaited. To be called often: it costs a look at the clock. */
export function createPacer(job: Job): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < LONGEST_WITHOUT_PAUSE) return undefined;
    return pause(job).then(() => {
      last = performance.now();
    });
  };
}
