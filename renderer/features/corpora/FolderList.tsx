import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { BookText, Folder } from 'lucide-react';
import type { FolderListing } from '#shared/api/corpus-calls';
import { corpusMessages as words } from '#shared/messages/en/corpora';

export type Entry = FolderListing['entries'][number];

type Props = {
  label: string;
  entries: Entry[];
  takesFocus: boolean;
  onTake(entry: Entry): void;
  /** The entry that the keys are at, or none. */
  onMove(entry: Entry | undefined): void;
  onUp(): void;
};

/** How long letters count as one word when an entry is looked for by typing. */
const TYPING_MS = 700;

/** What lies in a folder: arrows and letters move, Enter takes, Backspace goes up. */
export function FolderList({ label, entries, takesFocus, onTake, onMove, onUp }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [at, setAt] = useState(0);

  useEffect(() => {
    onMove(entries[at]);
  }, [entries, at, onMove]);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const findByTyping = (letter: string) => {
    const now = performance.now();
    const before = now - typed.current.at < TYPING_MS ? typed.current.text : '';
    const text = before + letter.toLocaleLowerCase();
    typed.current = { text, at: now };
    const from = before === '' ? at + 1 : at;
    const order = [...entries.keys()].map((n) => (n + from) % entries.length);
    const found = order.find((n) => entries[n]!.name.toLocaleLowerCase().startsWith(text));
    if (found !== undefined) setAt(found);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (to !== undefined) setAt(Math.max(to, 0));
    else if (event.key === 'Enter' && entries[at]) onTake(entries[at]);
    else if (event.key === 'Backspace') onUp();
    else if (isLetter && entries.length > 0) findByTyping(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className="folder-list list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={entries.length === 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry, n) => (
        <div
          key={entry.name}
          id={`${id}-${n}`}
          className="item"
          role="option"
          aria-selected={n === at}
          onClick={() => setAt(n)}
          onDoubleClick={() => onTake(entry)}
        >
          {entry.kind === 'folder' ? (
            <Folder className="i" aria-hidden="true" />
          ) : (
            <BookText className="i" aria-hidden="true" />
          )}
          <bdi className="trunc">{entry.name}</bdi>
          <span className="hint">{entry.kind === 'folder' ? words.isFolder : words.isCorpus}</span>
        </div>
      ))}
      {entries.length === 0 && (
        <p className="empty muted" role="option" aria-selected="false" aria-disabled="true">
          {words.nothing}
        </p>
      )}
    </div>
  );
}
