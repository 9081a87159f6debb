import { useEffect, useEffectEvent } from 'react';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';
import type { OpenDialog } from './Dialogs.tsx';

type Drop = {
  /** Whether a corpus is open. */
  isOpen: boolean;
  dialog: OpenDialog | null;
  onDialog(dialog: OpenDialog): void;
  onImport(files: File[]): void;
};

/**
 * Takes files that are dropped anywhere on the window, a corpus to be merged, others to be imported; without this the browser would
 * open them in its place.
 */
export function useDroppedFiles({ isOpen, dialog, onDialog, onImport }: Drop): void {
  const drop = useEffectEvent((files: File[]) => {
    const copy = isOpen && files.length === 1 ? files.find(({ name }) => name.endsWith(CORPUS_EXTENSION)) : undefined;
    const isAskedFor = dialog?.kind === 'merge' && dialog.other === null;
    if (copy && (dialog === null || isAskedFor)) onDialog({ kind: 'merge', other: copy });
    else if (dialog === null) onImport(files);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        if (event.defaultPrevented || !carriesFiles(event)) return;
        event.preventDefault();
        drop([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
}
