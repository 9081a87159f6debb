import { useEffect, useId, useRef, useState } from 'react';
import { setTyping } from '../../api/save.ts';

type Props = {
  label: string;
  text: string;
  isOff: boolean;
  maxLength: number;
  placeholder?: string;
  /** Several lines, which a pause saves too; a name is saved when it is left, since half of one is nobody's. */
  isLong?: boolean;
  /** Gives whether it was kept. */
  onSave(text: string): Promise<boolean>;
};

const PAUSE_MS = 1000;

/** A line or lines of text that are saved when they are left, or on Enter. */
export function SavedField({ label, text, isOff, maxLength, placeholder, isLong = false, onSave }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const leave = async (value: string | null) => {
    clearTimeout(timer.current);
    if (value === null) return;
    setTyping(false);
    // a name that was emptied is as it was
    const isSame = value === text || (!isLong && value.trim() === '');
    if (isSame || (await onSave(value))) setTyped((now) => (now === value ? null : now));
  };
  const type = (value: string) => {
    setTyped(value);
    setTyping(true);
    clearTimeout(timer.current);
    if (isLong) timer.current = setTimeout(() => void leave(value), PAUSE_MS);
  };
  const shared = {
    id,
    maxLength,
    placeholder: isOff ? '' : placeholder,
    dir: 'auto',
    readOnly: isOff,
    value: typed ?? text,
    onBlur: () => void leave(typed),
  } as const;
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className={isLong ? 'field field-area' : 'field'}>
        {isLong ? (
          <textarea {...shared} rows={3} onChange={({ target }) => type(target.value)} />
        ) : (
          <input
            {...shared}
            onChange={({ target }) => type(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void leave(typed);
            }}
          />
        )}
      </span>
    </div>
  );
}
