import { useState } from 'react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input, JobName, Output, Progress } from '#shared/api/contract';
import { hasCode, runJob } from './client.ts';

/** How what a job makes stands. `data` is of what was asked before while `isLooking` and there is no newer. */
export type Asked<T> = {
  data: T | undefined;
  error: Error | null;
  isLooking: boolean;
  /** The person stopped it, and nothing is there to show. */
  isStopped: boolean;
  progress: Progress | null;
  cancel(): void;
  again(): void;
};

/** How long an answer that is not on screen is kept: a filter that is set back is answered from it. */
const KEPT_MS = 5 * 60_000;

/**
 * What a job that only reads says, asked again when what it counts has changed (`topic`: by which its queries are dropped); it goes on being
 * worked on in the background of what is on screen. `isOff`: nothing is asked yet.
 */
export function useAskedJob<C extends JobName>(
  topic: string,
  channel: C,
  input: Input<C>,
  isOff = false,
): Asked<Output<C>> {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const queryKey = [topic, channel, input];
  const query = useQuery({
    queryKey,
    async queryFn({ signal }): Promise<Output<C>> {
      setProgress(null);
      return runJob(channel, input, { signal, onProgress: setProgress });
    },
    enabled: !isOff,
    placeholderData: keepPreviousData,
    structuralSharing: false, // tables of thousands of rows would be gone through at each answer
    gcTime: KEPT_MS,
  });
  // what is there then is the answer to something else
  const isStopped =
    !isOff && !query.isFetching && !query.error && (query.data === undefined || query.isPlaceholderData);
  const isCancelled = hasCode(query.error, 'cancelled');
  return {
    data: isStopped ? undefined : query.data,
    error: isCancelled ? null : query.error,
    isLooking: query.isFetching,
    isStopped: isStopped || isCancelled,
    progress,
    cancel: () => void client.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  };
}
