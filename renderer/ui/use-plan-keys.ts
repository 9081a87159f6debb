import { useEffect, useEffectEvent } from 'react';
import { letterOfKey } from './letter-of-key.ts';

/** Ctrl+Enter lets a plan be done; once it was, Ctrl+Z takes it back, where there is anything to take back. */
export function usePlanKeys({ isDone, onRun, onUndo }: { isDone: boolean; onRun(): void; onUndo?: () => void }): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (isDone ? letterOfKey(event) !== 'Z' : event.key !== 'Enter') return;
    event.preventDefault();
    if (!isDone) onRun();
    else onUndo?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
