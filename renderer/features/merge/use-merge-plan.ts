import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { Handle } from '#shared/domain/ids';
import type { MergePlan } from '#shared/domain/merge';
import { runJob } from '../../api/client.ts';

export type MergeAsked = { other: Handle; otherCorpus: boolean; sameNames: boolean };

/** What a merge would do, asked anew whenever something else is agreed to; the plan before stands until then. */
export function useMergePlan(asked: MergeAsked) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const plan = useQuery<MergePlan>({
    queryKey: ['merge', 'plan', asked],
    queryFn: ({ signal }) =>
      runJob('merge:preview', asked, { signal, onProgress: setProgress }).finally(() => setProgress(null)),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  return {
    plan: plan.data,
    error: plan.error,
    isLooking: plan.isFetching,
    progress,
    lookAgain: () => void plan.refetch(),
  };
}
