import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { DealChoice, DealReport } from '#shared/domain/work';
import { runJob } from '../../../api/client.ts';

/** Gives articles out as one step; stopped, all is as it was. */
export function useDeal(onGiven: (report: DealReport) => void) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const give = useMutation({
    mutationFn(choice: DealChoice) {
      stop.current = new AbortController();
      return runJob('assignments:deal', choice, { onProgress: setProgress, signal: stop.current.signal });
    },
    onSuccess: onGiven,
    onSettled: () => setProgress(null),
  });
  return { give, progress, cancel: () => stop.current?.abort() };
}
