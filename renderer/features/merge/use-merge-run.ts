import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Input, Progress } from '#shared/api/contract';
import { runJob } from '../../api/client.ts';

/** Merges, as one step that can be stopped; it stops with whoever asked. */
export function useMergeRun() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = useMutation({
    mutationFn(asked: Input<'merge:run'>) {
      stop.current = new AbortController();
      return runJob('merge:run', asked, { signal: stop.current.signal, onProgress: setProgress });
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}
