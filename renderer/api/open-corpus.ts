import { useCallback } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { CorpusStatus } from '#shared/domain/corpus';
import { call } from './client.ts';
import { queries } from './queries.ts';
import { forgetFailure } from './save.ts';

type OpeningCall = 'corpus:new' | 'corpus:create' | 'corpus:open' | 'corpus:open-sample';

/** What does not depend on the corpus. */
const kept = new Set(['app', 'door', 'settings', 'status']);

/** Forgets what was known of the corpus; what is on screen is asked for again. */
export const forgetCorpus = (client: QueryClient) =>
  client.resetQueries({ predicate: (query) => !kept.has(String(query.queryKey[0])) });

/** Shows the corpus that is open now; what was known of another is forgotten, while a new mode of the same keeps all. */
export async function showCorpus(client: QueryClient, now: CorpusStatus | null): Promise<void> {
  const { queryKey } = queries.status();
  const before = client.getQueryData(queryKey);
  client.setQueryData(queryKey, now);
  const isSame =
    before?.uid === now?.uid &&
    before?.folder === now?.folder &&
    before?.file === now?.file &&
    before?.fingerprint === now?.fingerprint;
  if (isSame) return;
  forgetFailure();
  await forgetCorpus(client);
}

/**
 * Opens or makes a corpus, and shows it before the call is over: whoever closes a dialog then leaves the person with the
 * new corpus, not for a moment with what was there before. Errors: `CallError`, as the call's own.
 */
export function useOpenCorpus(): <C extends OpeningCall>(name: C, input: Input<C>) => Promise<CorpusStatus> {
  const client = useQueryClient();
  return useCallback(
    async (name, input) => {
      const status = await call(name, input);
      void showCorpus(client, status);
      return status;
    },
    [client],
  );
}
