import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { ImportPlan } from '#shared/domain/import';
import { runJob } from '../../api/client.ts';
import { toPreviewChoice, type ImportFile } from './page-choices.ts';

/** What would become of files, asked anew whenever their reading changes; the plan before stands until then. */
export function useImportPlan(files: ImportFile[]) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const pages = files.map(toPreviewChoice);
  const plan = useQuery<ImportPlan>({
    queryKey: ['import', pages],
    queryFn: ({ signal }) => runJob('import:preview', { pages, list: false }, { signal, onProgress: setProgress }),
    enabled: files.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return { plan: files.length === 0 ? undefined : plan.data, error: plan.error, isReading: plan.isFetching, progress };
}
