import { useState } from 'react';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { NameDialog } from '../features/corpora/NameDialog.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { KeysShown } from './KeysShown.tsx';
import { useReading } from './use-reading.ts';
import { useTheme } from './use-theme.ts';

/** Nothing goes stale by time: events say what changed. Calls do not need a network, so none waits for one. */
const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function App() {
  return (
    <ErrorBoundary>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <Start />
          <Toasts />
        </QueryClientProvider>
      </CSPProvider>
    </ErrorBoundary>
  );
}

/** The window, once what it stands on is known; the person's name is asked for where there is none. */
function Start() {
  const settings = useQuery(queries.settings());
  const status = useQuery(queries.status());
  const [isAsking, setAsking] = useState<boolean | null>(null);
  useTheme();
  useReading();
  if (settings.isLoadingError) throw settings.error;
  if (status.isLoadingError) throw status.error;
  // decided once: the name is known before the corpus of that name is made
  if (settings.isSuccess && isAsking === null) setAsking(settings.data.name === null);
  if (!settings.isSuccess || !status.isSuccess) return null;
  return (
    <>
      <KeysShown>
        <Frame />
      </KeysShown>
      {isAsking && <NameDialog onDone={() => setAsking(false)} />}
    </>
  );
}
