import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import { runJob } from '../../api/client.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { toAsked, type DatasetChoice } from './dataset-choice.ts';

/** So long a date that is being typed has to stand still before the corpus is gone through for it. */
const SETTLE_MS = 150;

/** What a dataset would hold, asked anew when the choice or the corpus changes; `fingerprint` is the corpus's. */
export function useDatasetPreview(choice: DatasetChoice, fingerprint: string | undefined) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const asked = JSON.stringify(toAsked(choice));
  const wanted = useDebounced(asked, SETTLE_MS);
  const preview = useQuery({
    queryKey: ['dataset', wanted, fingerprint],
    queryFn: ({ signal }) =>
      runJob('dataset:preview', JSON.parse(wanted) as ReturnType<typeof toAsked>, {
        signal,
        onProgress: setProgress,
      }),
    enabled: fingerprint !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const isLooking = preview.isFetching || wanted !== asked;
  return { preview: preview.data, error: preview.error, isLooking, progress };
}
