import { useEffect, useEffectEvent } from 'react';

/** Takes files that are dropped anywhere while the dialog is open: they are read together with those that are there. */
export function useDrop(take: (files: File[]) => void): void {
  const drop = useEffectEvent(take);
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(
      'drop',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        drop([...event.dataTransfer.files]);
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
}
