import { useId } from 'react';
import { setTyping } from '../../api/save.ts';
import { TypedMark } from '../../ui/TypedMark.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';

type Props = {
  label: string;
  hint?: string;
  text: string;
  maxLength: number;
  rows?: number;
  className?: string;
  onSave(text: string): Promise<unknown>;
};

/** A line, or some, of text: saved when it is left, on Enter (with Ctrl where Enter makes a line), and after a pause. */
export function SavedField({ label, hint, text, maxLength, rows = 1, className = '', onSave }: Props) {
  const id = useId();
  const { shown, state, type, saveNow } = useSavedText({
    text,
    onSave: async (typed) => void (await onSave(typed)),
    onTyping: setTyping,
    byPause: rows > 1, // half a name is nobody's
  });
  const rest = {
    id,
    dir: 'auto' as const,
    maxLength,
    value: shown,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': state.kind === 'failed',
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    onBlur: () => void saveNow(),
  };
  return (
    <div className={`stack field-stack ${className}`}>
      <span className="cb-name">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <TypedMark state={state} />
      </span>
      <span className={`field ${rows > 1 ? 'field-area' : ''} ${state.kind === 'failed' ? 'is-bad' : ''}`}>
        {rows > 1 ? (
          <textarea
            {...rest}
            rows={rows}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void saveNow();
            }}
          />
        ) : (
          <input
            {...rest}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void saveNow();
            }}
          />
        )}
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}
