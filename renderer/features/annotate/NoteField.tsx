import { useId } from 'react';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { setTyping } from '../../api/save.ts';
import { TypedMark } from '../../ui/TypedMark.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';

type Props = { note: string; isOff: boolean; onSave(note: string): Promise<void> };

/** The note on an annotation: saved when it is left, on Ctrl+Enter, and after a pause. */
export function NoteField({ note, isOff, onSave }: Props) {
  const id = useId();
  const { shown, state, type, saveNow } = useSavedText({ text: note, onSave, onTyping: setTyping });
  return (
    <section className="sec">
      <div className="sec-h">
        <label htmlFor={id}>{inspectorMessages.note}</label>
        <TypedMark state={state} />
      </div>
      <span className="field field-area">
        <textarea
          id={id}
          dir="auto"
          rows={3}
          maxLength={10_000}
          readOnly={isOff}
          placeholder={isOff ? '' : inspectorMessages.noteHint}
          value={shown}
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
