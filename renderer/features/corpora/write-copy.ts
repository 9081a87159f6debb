import type { Input, Progress } from '#shared/api/contract';
import { keepingMessages } from '#shared/messages/en/keeping';
import { runJob } from '../../api/client.ts';
import { say } from '../../ui/toasts.tsx';

/** Writes a checked copy of the open corpus and says that it is there. Errors: `CallError`. */
export async function writeCopy(
  to: Input<'keeping:backup'>,
  options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<void> {
  const { file, sizeBytes, fingerprint } = await runJob('keeping:backup', to, options);
  say({ text: keepingMessages.copied(file, sizeBytes, fingerprint) });
}
