import { useRef, useState } from 'react';
import type { Progress } from '#shared/api/contract';
import type { SearchHit } from '#shared/domain/search';
import { searchMessages as words } from '#shared/messages/en/search';
import { runJob } from '../../api/client.ts';
import { say, sayError } from '../../ui/toasts.tsx';

/** Tags hits as one step, which can be stopped; says what came of it, and gives whether it was done. */
export function useTagHits(query: string) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const stop = useRef<AbortController>(null);
  const run = async (hits: readonly SearchHit[], label: string): Promise<boolean> => {
    const places = hits
      .filter(({ where }) => where === 'text')
      .map(({ article, start, end }) => ({ article, start, end }));
    if (places.length === 0) {
      say({ text: words.onlyTitles });
      return false;
    }
    stop.current = new AbortController();
    setRunning(true);
    try {
      const options = { signal: stop.current.signal, onProgress: setProgress };
      const { tagged, alreadyThere } = await runJob('search:tag', { hits: places, label, query }, options);
      say({ text: words.tagged(tagged, label, alreadyThere) });
      return true;
    } catch (error) {
      sayError(error);
      return false;
    } finally {
      setRunning(false);
      setProgress(null);
    }
  };
  return { run, isRunning, progress, cancel: () => stop.current?.abort() };
}
