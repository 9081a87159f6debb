import { resolve } from 'node:path';
import { CallError, type WorkerClient } from '../worker/worker-client.ts';

/**
 * Opens the corpus that was asked for, else the one that was open last, if any.
 *
 * Errors: `CallError` where the one that was asked for cannot be opened; what keeps the last one closed is given to `tell`.
 */
export async function openAtStart(
  client: WorkerClient,
  corpus: string | undefined,
  tell: (text: string) => void,
): Promise<void> {
  if (corpus !== undefined) {
    await client.call('corpus:open', { handle: client.grant(resolve(corpus)) });
    return;
  }
  const [last] = await client.call('corpus:recent', {});
  if (!last) return;
  try {
    await client.call('corpus:open', { handle: last.handle });
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    tell(error.message);
  }
}
