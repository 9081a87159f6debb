import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { FolderDialog } from './FolderDialog.tsx';
import type { Damaged } from './OpenTrouble.tsx';
import { SystemCorpusDialog } from './SystemCorpusDialog.tsx';
import '../../styles/corpora.css';

export type CorpusPurpose = 'open' | 'new';

/** Opens a corpus or makes one: by the system's own dialog on the desktop, else by the folders of this computer. */
export function CorpusDialog(props: { purpose: CorpusPurpose; onDamaged(damaged: Damaged): void; onClose(): void }) {
  const door = useQuery(queries.door()).data;
  if (!door) return null;
  return door.kind === 'desktop' ? <SystemCorpusDialog {...props} /> : <FolderDialog {...props} />;
}
