import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { PropagationOptions, PropagationScope } from '#shared/domain/propagation';
import { runJob } from '../../api/client.ts';

/** Characters on each side: as many as the widest window shows. */
const CONTEXT = 120;

export type Asked = { annotation: string; scope: PropagationScope; options: PropagationOptions };

/** Where the name of an annotation stands; what was found before stays on screen while it is looked for otherwise. */
export function usePlaces({ annotation, scope, options }: Asked) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['propagation', annotation, scope, options],
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0, // what is tagged meanwhile is looked for anew
    retry: false,
    queryFn: ({ signal }) =>
      runJob(
        'propagations:find',
        { annotation: annotation, scope, options, context: CONTEXT },
        { signal, onProgress: setProgress },
      ).finally(() => setProgress(null)),
  });
  return { found: data ?? null, error, isLooking: isFetching, isOld: isPlaceholderData, progress };
}
