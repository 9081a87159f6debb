import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { findMessages } from '#shared/messages/en/reading';
import { findInText, foldText } from '#shared/text/find-in-text';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import { Button } from '../../ui/Button.tsx';

type Props = {
  text: string;
  reader: RefObject<ReaderHandle | null>;
  /** Raised each time it is asked for while it is there. */
  asked: number;
  onClose(): void;
};

const MOST = 10_000;

/** Finds words in the open article, without case and marks: Enter goes on, Escape leaves with the caret at what was found. */
export function FindBar({ text, reader, asked, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const folded = useMemo(() => foldText(text), [text]);
  const found = useMemo(() => findInText(folded, typed, MOST), [folded, typed]);
  const at = found.length === 0 ? null : Math.min(chosen, found.length - 1);

  useEffect(() => field.current?.select(), [asked]);

  const show = useEffectEvent(() => {
    reader.current?.showMatches(found, at);
    const match = at === null ? undefined : found[at];
    if (match) reader.current?.scrollTo(match.start);
  });
  useEffect(() => show(), [found, at]);
  const clear = useEffectEvent(() => reader.current?.showMatches([], null));
  useEffect(() => () => clear(), []);

  const go = (by: 1 | -1) => {
    if (at === null) return;
    setChosen((at + by + found.length) % found.length);
  };
  const close = () => {
    onClose();
    const match = at === null ? undefined : found[at];
    reader.current?.focus();
    if (match) reader.current?.goTo(match.start);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'F3') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const count =
    typed.trim() === ''
      ? ''
      : at === null
        ? findMessages.none
        : findMessages.nth(at + 1, found.length, found.length === MOST);

  return (
    <div className="find-bar" role="search" aria-label={findMessages.find} onKeyDown={leave}>
      <label className="field">
        <Search className="i" aria-hidden="true" />
        <input
          ref={field}
          type="search"
          autoFocus
          dir="auto"
          aria-label={findMessages.find}
          placeholder={findMessages.find}
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
      </label>
      <span className="hint tnum" role="status">
        {count}
      </span>
      <Button
        variant="quiet"
        icon={<ChevronUp className="i" aria-hidden="true" />}
        aria-label={findMessages.previous}
        disabled={at === null}
        onClick={() => go(-1)}
      />
      <Button
        variant="quiet"
        icon={<ChevronDown className="i" aria-hidden="true" />}
        aria-label={findMessages.next}
        disabled={at === null}
        onClick={() => go(1)}
      />
      <Button
        variant="quiet"
        icon={<X className="i" aria-hidden="true" />}
        aria-label={findMessages.close}
        onClick={close}
      />
    </div>
  );
}
