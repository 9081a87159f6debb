import { useEffect, useEffectEvent } from 'react';

/** Takes files that are dropped anywhere on the window; without this the browser would open them in its place. */
export function useDroppedFiles(take: (files: File[]) => void): void {
  const drop = useEffectEvent((files: File[]) => take(files));
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
