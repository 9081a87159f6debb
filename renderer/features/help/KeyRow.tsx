import { useRef, useState, type KeyboardEvent } from 'react';
import { helpMessages, type shortcutGroups } from '#shared/messages/en/help';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

/** `command`: what is to be named when its key is changed; null where it cannot be. */
export type ShownKey = {
  group: keyof typeof shortcutGroups;
  name: string;
  keys: readonly string[];
  command: string | null;
};

type Props = {
  shown: ShownKey;
  isChanged: boolean;
  readKeys(event: KeyboardEvent): string | undefined;
  onChange(command: string, keys: string): string | undefined;
  onReset(command: string): void;
};

/** What is done, and by which keys. While another key is awaited, Escape leaves it as it was. */
export function KeyRow({ shown: { name, keys, command }, isChanged, readKeys, onChange, onReset }: Props) {
  const changer = useRef<HTMLButtonElement>(null);
  const [isAwaiting, setAwaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();

  const hear = (event: KeyboardEvent) => {
    if (!isAwaiting || command === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = readKeys(event);
    if (pressed === undefined) return;
    if (pressed === 'Esc' || pressed === 'Escape') return setAwaiting(false);
    const why = onChange(command, pressed);
    setRefusal(why);
    if (why === undefined) setAwaiting(false);
    else announce(why);
  };

  return (
    <>
      <dt>
        {name}
        {refusal !== undefined && isAwaiting && <span className="hint warn help-refusal">{refusal}</span>}
      </dt>
      <dd>
        {isAwaiting ? (
          <span className="hint">{helpMessages.press}</span>
        ) : (
          keys.map((key, n) => (
            <span key={key}>
              {n > 0 && <span className="hint">{helpMessages.or} </span>}
              <span className="vh">{key}</span>
              <Kbd keys={key} />
            </span>
          ))
        )}
        {command !== null && (
          <Button
            ref={changer}
            variant="quiet"
            size="small"
            className="help-change"
            aria-pressed={isAwaiting}
            aria-label={isAwaiting ? helpMessages.awaiting(name) : helpMessages.changeOf(name)}
            onClick={() => {
              setRefusal(undefined);
              setAwaiting(!isAwaiting);
            }}
            onBlur={() => setAwaiting(false)}
            onKeyDown={hear}
          >
            {isAwaiting ? helpMessages.cancel : helpMessages.change}
          </Button>
        )}
        {command !== null && isChanged && !isAwaiting && (
          <Button
            variant="quiet"
            size="small"
            aria-label={helpMessages.resetOf(name)}
            onClick={() => {
              changer.current?.focus(); // this one goes
              onReset(command);
            }}
          >
            {helpMessages.reset}
          </Button>
        )}
      </dd>
    </>
  );
}
