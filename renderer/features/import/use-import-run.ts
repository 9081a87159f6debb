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
      return runJob('import:run', { pages }, { signal: stop.current.signal, onProgress: setProgress });
    },
    onSuccess(report) {
      sayReport(report);
      onDone(report);
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}

function sayReport({ articles, errors }: ImportReport): void {
  const imported = articles.filter(({ status }) => status === 'imported').length;
  const there = articles.length - imported;
  if (articles.length > 0) say({ text: imported === 0 ? words.nothingNew : words.imported(imported, there) });
  for (const { message } of errors) say({ text: message, kind: 'bad' });
}
