import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { ExportReport } from '#shared/domain/dataset';
import { call, runJob } from '../../api/client.ts';
import { toAsked, type DatasetChoice } from './dataset-choice.ts';

/** Where a dataset went: `savedTo` a folder, or into a download; null where the person thought better of it. */
export type Written = { report: ExportReport; savedTo: string | null } | null;

/** Writes a dataset to where the person says, and reads back what was written before anything is handed over. */
export function useDatasetExport() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  const run = useMutation({
    async mutationFn({ choice, name }: { choice: DatasetChoice; name: string }): Promise<Written> {
      stop.current = new AbortController();
      const { folder } = await call('door:begin-export', { name });
      if (folder === null) return null;
      const report = await runJob(
        'dataset:export',
        { ...toAsked(choice), folder },
        { signal: stop.current.signal, onProgress: setProgress },
      );
      const { savedTo } = await call('door:end-export', { folder }); // a browser's bridge starts the download
      return { report, savedTo };
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}
