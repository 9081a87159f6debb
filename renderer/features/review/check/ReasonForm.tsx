import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { checkMessages as words } from '#shared/messages/en/check';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';

type Props = {
  /** What is asked. */
  name: string;
  reasons: readonly string[];
  chosen?: string;
  /** Words of the button that sends; without them a reason that is picked sends at once. */
  send?: string;
  children?: ReactNode;
  onChoose(reason: string): void;
  onSend(reason: string): void;
  onGiveUp(): void;
};

/** Reasons to pick by number, and a line to type another in. */
export function ReasonForm({ name, reasons, chosen, send, children, onChoose, onSend, onGiveUp }: Props) {
  const form = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const first = ['[aria-checked="true"]', 'button, input'].map((of) => form.current?.querySelector<HTMLElement>(of));
    first.find((each) => each)?.focus();
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!(event.target as Element).matches('input, [aria-checked="true"]')) return;
    event.preventDefault();
    onSend(typed.trim());
  };
  return (
    <div ref={form} className="ck-form" role="group" aria-label={name} onKeyDown={press}>
      {children}
      <div className="ck-reasons">
        {reasons.map((reason, n) => (
          <button
            key={reason}
            type="button"
            className={chosen === reason ? 'chip chip-on' : 'chip'}
            aria-pressed={chosen === reason}
            onClick={() => onChoose(reason)}
          >
            <Kbd keys={String(n + 1)} />
            <bdi>{reason}</bdi>
          </button>
        ))}
        <span className="field ck-typed">
          <input
            dir="auto"
            autoComplete="off"
            aria-label={words.typed}
            placeholder={words.typedHint}
            maxLength={1000}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </span>
        <span className="row ck-send">
          <Button size="small" variant="quiet" onClick={onGiveUp}>
            {words.giveUp}
          </Button>
          {send !== undefined && (
            <Button size="small" variant="primary" keys="Enter" onClick={() => onSend(typed.trim())}>
              {send}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
