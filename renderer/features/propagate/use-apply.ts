import { useRef, useState } from 'react';
import type { Progress } from '#shared/api/contract';
import type { PropagationHit } from '#shared/domain/propagation';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { runJob } from '../../api/client.ts';
import { say, sayError } from '../../ui/toasts.tsx';
import type { Asked } from './use-places.ts';

type Accepted = Asked & { hits: readonly PropagationHit[]; keepRule: boolean; label: string; quote: string };

/** Tags the places that were accepted as one step, which can be stopped; says what came of it, and gives whether it was done. */
export function useApply() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const stop = useRef<AbortController>(null);
  const run = async ({ annotation, scope, options, hits, keepRule, label, quote }: Accepted): Promise<boolean> => {
    stop.current = new AbortController();
    setRunning(true);
    try {
      const places = hits.map(({ article, start, end }) => ({ article, start, end }));
      const { tagged, alreadyTagged, rule } = await runJob(
        'propagations:apply',
        { annotation: annotation, scope, options, hits: places, keepRule },
        { signal: stop.current.signal, onProgress: setProgress },
      );
      const parts = [
        ...(hits.length > 0 ? [words.done(tagged, label, quote, alreadyTagged)] : []),
        ...(rule === null ? [] : [words.ruleKept]),
      ];
      say({ text: parts.join('. ') });
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
