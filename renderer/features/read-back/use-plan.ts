import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { InterchangePlan } from '#shared/domain/interchange';
import { runJob } from '../../api/client.ts';
import { toAsked, type Reading } from './reading-choice.ts';

/** What files would bring, asked anew whenever they are to be read otherwise; the plan before stands until then. */
export function usePlan(reading: Reading) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const asked = toAsked(reading);
  const plan = useQuery<InterchangePlan>({
    queryKey: ['interchange', 'plan', asked],
    queryFn: ({ signal }) =>
      runJob('interchange:plan', asked, { signal, onProgress: setProgress }).finally(() => setProgress(null)),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return {
    plan: plan.data,
    error: plan.error,
    isReading: plan.isFetching,
    progress,
    readAgain: () => void plan.refetch(),
  };
}
