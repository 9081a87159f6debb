import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Input, Progress } from '#shared/api/contract';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { call, hasCode, runJob } from '../../../api/client.ts';
import { say, sayError } from '../../../ui/toasts.tsx';

/** Writes figures of agreement to where the person says; the corpus is only read. */
export function useAgreementExport() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  const run = useMutation({
    async mutationFn(asked: Omit<Input<'agreement:export'>, 'folder'>) {
      stop.current = new AbortController();
      const { folder } = await call('door:begin-export', { name: words.exportName });
      if (folder === null) return;
      await runJob('agreement:export', { ...asked, folder }, { signal: stop.current.signal, onProgress: setProgress });
      const { savedTo } = await call('door:end-export', { folder }); // a browser's bridge starts the download
      say({ text: words.exported(savedTo) });
    },
    onError: (error) => !hasCode(error, 'cancelled') && sayError(error),
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}
