import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { setTyping } from '../../api/save.ts';
import { say } from '../../ui/toasts.tsx';

/** A note is saved after so long without a key. */
const PAUSE_MS = 1000;

type State = { kind: 'still' | 'typing' | 'saving' | 'saved' } | { kind: 'failed'; why: string };
type Props = { note: string; isOff: boolean; onSave(note: string): Promise<void> };

/** The note on an annotation: saved when it is left, on Ctrl+Enter, and after a pause. */
export function NoteField({ note, isOff, onSave }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<State>({ kind: 'still' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);
  const isGone = useRef(false);

  const latest = useRef({ note, onSave });
  useLayoutEffect(() => {
    latest.current = { note, onSave };
  });

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    const text = unsaved.current;
    if (text === null) return;
    unsaved.current = null;
    setTyping(false);
    if (text === latest.current.note) return setState({ kind: 'still' });
    setState({ kind: 'saving' });
    try {
      await latest.current.onSave(text);
      setState((now) => (now.kind === 'saving' ? { kind: 'saved' } : now));
      setTyped((now) => (now === text ? null : now));
    } catch (error) {
      unsaved.current ??= text; // it is tried again when the field is left
      const why = error instanceof Error ? error.message : String(error);
      setState({ kind: 'failed', why });
      if (isGone.current) say({ text: inspectorMessages.noteLost(text, why), kind: 'bad' });
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
    setTyping(true);
    setState({ kind: 'typing' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveNow(), PAUSE_MS);
  };

  const { saving } = inspectorMessages;
  return (
    <section className="sec">
      <div className="sec-h">
        <label htmlFor={id}>{inspectorMessages.note}</label>
        <span className="end" role="status">
          {state.kind === 'still' ? '' : state.kind === 'failed' ? saving.failed(state.why) : saving[state.kind]}
        </span>
      </div>
      <span className="field field-area">
        <textarea
          id={id}
          dir="auto"
          rows={3}
          maxLength={10_000}
          readOnly={isOff}
          placeholder={isOff ? '' : inspectorMessages.noteHint}
          value={typed ?? note}
          onChange={(event) => type(event.target.value)}
          onBlur={() => void saveNow()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveNow();
          }}
        />
      </span>
    </section>
  );
}
