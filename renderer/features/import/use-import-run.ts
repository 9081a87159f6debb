import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { ImportReport, PageChoice } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { runJob } from '../../api/client.ts';
import { say } from '../../ui/toasts.tsx';

/** Stores what was looked at, as one step that can be stopped, and says what came of it. */
export function useImportRun(onDone: (report: ImportReport) => void) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  const run = useMutation({
    mutationFn(pages: PageChoice[]) {
      stop.current = new AbortController();
      return runJob('import:run', { pages, list: false }, { signal: stop.current.signal, onProgress: setProgress });
    },
    onSuccess(report) {
      sayReport(report);
      onDone(report);
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}

/** More failures are counted only. */
const MOST_SAID = 3;

function sayReport({ imported, there, errors }: ImportReport): void {
  if (imported + there > 0) say({ text: imported === 0 ? words.nothingNew : words.imported(imported, there) });
  for (const { message } of errors.slice(0, MOST_SAID)) say({ text: message, kind: 'bad' });
  if (errors.length > MOST_SAID) say({ text: words.moreRefused(errors.length - MOST_SAID), kind: 'bad' });
}
