import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Handle } from '#shared/domain/ids';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { sayError } from '../../ui/toasts.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import '../../styles/corpora.css';

type Props = {
  title: string;
  takeWords: string;
  /** `name`: null where the system's dialog does not say it. */
  onFile(file: { handle: Handle; name: string | null }): void;
  onClose(): void;
};

/** Asks for another corpus's file without opening it: by the system's own dialog on the desktop, else by the folders of this computer. */
export function CopyDialog(props: Props) {
  const door = useQuery(queries.door()).data;
  if (!door) return null;
  return door.kind === 'desktop' ? <SystemDialog {...props} /> : <FolderDialog purpose="file" {...props} />;
}

function SystemDialog({ onFile, onClose }: Props) {
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return; // one system dialog, however often the effect runs
    hasAsked.current = true;
    call('door:choose-corpus', { purpose: 'open' })
      .then(({ handle }) => (handle === null ? onClose() : onFile({ handle, name: null })))
      .catch((error: unknown) => {
        sayError(error);
        onClose();
      });
  }, [onFile, onClose]);
  return null;
}
