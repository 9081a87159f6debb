import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { uiMessages } from '#shared/messages/en/ui';
import { say } from './toasts.tsx';

/** What is typed is saved after so long without a key. */
const PAUSE_MS = 1000;

export type TypedState = { kind: 'still' | 'typing' | 'saving' | 'saved' } | { kind: 'failed'; why: string };
type Options = {
  /** What is stored. */
  text: string;
  onSave(text: string): Promise<void>;
  /** Told when there is something that is not saved yet, and when no more. */
  onTyping(isTyping: boolean): void;
  /** Whether a pause saves it: not where half a name would be refused. */
  byPause?: boolean;
};

/** What a person types: saved when it is left, when `saveNow` says so, and after a pause. */
export function useSavedText({ text: stored, onSave, onTyping, byPause = true }: Options) {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<TypedState>({ kind: 'still' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);
  const isGone = useRef(false);

  const latest = useRef({ stored, onSave, onTyping });
  useLayoutEffect(() => {
    latest.current = { stored, onSave, onTyping };
  });

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    const text = unsaved.current;
    if (text === null) return;
    unsaved.current = null;
    latest.current.onTyping(false);
    if (text === latest.current.stored) {
      setTyped(null);
      return setState({ kind: 'still' });
    }
    setState({ kind: 'saving' });
    try {
      await latest.current.onSave(text);
      setState((now) => (now.kind === 'saving' ? { kind: 'saved' } : now));
      setTyped((now) => (now === text ? null : now));
    } catch (error) {
      unsaved.current ??= text; // it is tried again when the field is left
      const why = error instanceof Error ? error.message : String(error);
      setState({ kind: 'failed', why });
      if (isGone.current) say({ text: uiMessages.textLost(text, why), kind: 'bad' });
    }
  }, []);

  useEffect(() => {
    const leave = () => void saveNow();
    window.addEventListener('pagehide', leave);
    isGone.current = false;
    return () => {
      isGone.current = true;
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saveNow]);

  const type = (text: string) => {
    unsaved.current = text;
    setTyped(text);
    onTyping(true);
    setState({ kind: 'typing' });
    clearTimeout(timer.current);
    if (byPause) timer.current = setTimeout(() => void saveNow(), PAUSE_MS);
  };

  return { shown: typed ?? stored, state, type, saveNow };
}
