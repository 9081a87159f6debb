import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { Compared } from '#shared/domain/comparison';
import type { ComparisonOutput } from '#shared/domain/whole-comparison';
import { compareMessages } from '#shared/messages/en/compare';
import { call, hasCode, runJob } from '../../api/client.ts';
import { say, sayError } from '../../ui/toasts.tsx';

const { export: words } = compareMessages;
type Asked = { compared: Compared; outputs: ComparisonOutput[]; name: string };

/** Writes tables, pictures and the report of a comparison to where the person says; the corpus is only read. */
export function useCompareExport() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  const run = useMutation({
    async mutationFn({ compared, outputs, name }: Asked) {
      stop.current = new AbortController();
      const { folder } = await call('door:begin-export', { name });
      if (folder === null) return;
      const options = { signal: stop.current.signal, onProgress: setProgress };
      await runJob('compare:export', { ...compared, outputs, folder }, options);
      sayWritten(await call('door:end-export', { folder })); // a browser's bridge starts the download
    },
    onError: (error) => !hasCode(error, 'cancelled') && sayError(error),
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}

/** Says where something was written to. */
export const sayWritten = ({ savedTo }: { savedTo: string | null }) =>
  say({ text: savedTo === null ? words.downloading : words.saved(savedTo) });
