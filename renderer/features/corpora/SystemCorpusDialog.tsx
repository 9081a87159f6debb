import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Handle } from '#shared/domain/ids';
import { corpusMessages as words } from '#shared/messages/en/corpora';
import { call } from '../../api/client.ts';
import { useOpenCorpus } from '../../api/open-corpus.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OpenTrouble, type Damaged } from './OpenTrouble.tsx';

/** Asks by the system's dialog; there is something of ours to see only where that went wrong. */
export function SystemCorpusDialog({
  purpose,
  onDamaged,
  onClose,
}: {
  purpose: 'open' | 'new';
  onDamaged(damaged: Damaged): void;
  onClose(): void;
}) {
  const [file, setFile] = useState<Handle>();
  const openCorpus = useOpenCorpus();
  const choose = useMutation({
    async mutationFn() {
      const { handle } = await call('door:choose-corpus', { purpose });
      if (handle === null) return;
      setFile(handle);
      await openCorpus(purpose === 'open' ? 'corpus:open' : 'corpus:create', { handle });
    },
    onSuccess: onClose,
  });

  const hasAsked = useRef(false);
  const { mutate } = choose;
  useEffect(() => {
    if (hasAsked.current) return; // one system dialog, however often the effect runs
    hasAsked.current = true;
    mutate();
  }, [mutate]);

  if (!choose.error) return null;
  return (
    <Dialog
      title={words[purpose]}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" onClick={() => mutate()}>
            {words.tryAgain}
          </Button>
        </>
      }
    >
      <OpenTrouble error={choose.error} file={file} onDamaged={onDamaged} />
    </Dialog>
  );
}
