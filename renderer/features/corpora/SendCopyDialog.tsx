import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { FolderDialog } from './FolderDialog.tsx';
import { SystemCopyDialog } from './SystemCopyDialog.tsx';
import '../../styles/corpora.css';

/** Writes a checked copy of the open corpus: by the system's own dialog on the desktop, else into a folder of this computer. */
export function SendCopyDialog({ name, onClose }: { name: string; onClose(): void }) {
  const door = useQuery(queries.door()).data;
  if (!door) return null;
  return door.kind === 'desktop' ? (
    <SystemCopyDialog name={name} onClose={onClose} />
  ) : (
    <FolderDialog purpose="copy" suggestedName={name} onClose={onClose} />
  );
}
