import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import { corpusMessages } from '#shared/messages/en/corpora';
import { backupsMessages as words } from '#shared/messages/en/keeping';
import { call, hasCode } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { writeCopy } from './write-copy.ts';

/** Asks by the system's dialog where the copy goes, and shows how far it is. */
export function SystemCopyDialog({ name, onClose }: { name: string; onClose(): void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopping = useRef<AbortController>(null);
  const write = useMutation({
    async mutationFn() {
      const { handle } = await call('door:choose-corpus', { purpose: 'new', suggestedName: name });
      if (handle === null) return;
      stopping.current = new AbortController();
      await writeCopy({ handle }, { onProgress: setProgress, signal: stopping.current.signal });
    },
    onSuccess: onClose,
    onError: (error) => hasCode(error, 'cancelled') && onClose(),
  });
  const hasAsked = useRef(false);
  const { mutate } = write;
  useEffect(() => {
    if (hasAsked.current) return; // one system dialog, however often the effect runs
    hasAsked.current = true;
    mutate();
  }, [mutate]);

  if (!write.error && progress === null) return null;
  return (
    <Dialog
      title={words.copyTitle}
      size="small"
      onClose={() => {
        stopping.current?.abort();
        onClose();
      }}
      footer={
        write.error && (
          <>
            <span className="grow" />
            <Button variant="primary" onClick={() => mutate()}>
              {corpusMessages.tryAgain}
            </Button>
          </>
        )
      }
    >
      {write.error ? (
        <Trouble error={write.error} />
      ) : (
        <JobProgress label={words.copying} progress={progress} onCancel={() => stopping.current?.abort()} />
      )}
    </Dialog>
  );
}
