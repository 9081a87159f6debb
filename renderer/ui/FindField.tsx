import { useState, type KeyboardEvent } from 'react';
import { useOwedEnter } from './use-owed-enter.ts';
import '../styles/find-field.css';

/** `below`: a second line; `isTheirs`: words of those who wrote, not ours. */
type FoundItem = { id: string; name: string; aside?: string; below?: string; isTheirs?: boolean };

/** `typed`: null until somebody types. */
type FindState = { typed: string | null; isOpen: boolean };
export const closedFind: FindState = { typed: null, isOpen: false };

type Props = {
  id: string;
  /** The name of the list. */
  name: string;
  /** What stands there while nobody types. */
  value: string;
  placeholder: string;
  find: FindState;
  items: readonly FoundItem[];
  /** They are what was found for what was typed before. */
  isOld: boolean;
  isOff?: boolean;
  /** What is found shows as soon as the line has the focus, else once somebody types or goes down. */
  opensAtOnce?: boolean;
  onFind(find: FindState): void;
  onChoose(id: string): void;
  /** The line was given up by key. */
  onEscape?(): void;
  /** The focus went elsewhere; `typed`: what was not chosen from the list. */
  onBlur?(typed: string | null): void;
};

/** A line that holds one of many things: typing finds them, Enter takes the first, arrows go through the list. */
export function FindField({
  id,
  name,
  value,
  placeholder,
  find,
  items,
  isOff = false,
  opensAtOnce = false,
  ...props
}: Props) {
  const { onFind, onChoose, onEscape, onBlur } = props;
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, items.length - 1);
  const isOld = at < 1 && props.isOld;
  const take = () => find.isOpen && items[at] && onChoose(items[at].id);
  const owed = useOwedEnter(isOld, take);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && find.isOpen && (isOld || items[at])) owed.press();
    else if (event.key === 'Escape' && (find.isOpen || onEscape)) {
      onFind(closedFind);
      onEscape?.();
    } else if (by !== undefined && !isOff && (items.length > 0 || !find.isOpen)) {
      if (find.isOpen) setMarked((at + by + items.length) % items.length);
      else onFind({ ...find, isOpen: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="field grow find-field">
      <input
        id={id}
        className="theirs"
        role="combobox"
        dir="auto"
        autoComplete="off"
        maxLength={300}
        data-find-field
        readOnly={isOff}
        placeholder={placeholder}
        aria-expanded={find.isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={find.isOpen && at >= 0 ? `${id}-${at}` : undefined}
        value={find.typed ?? value}
        onFocus={({ target }) => {
          owed.forget();
          setMarked(0);
          target.select();
          if (opensAtOnce && !isOff) onFind({ ...find, isOpen: true });
        }}
        onBlur={() => {
          onBlur?.(find.typed);
          onFind(closedFind);
        }}
        onChange={({ target }) => {
          owed.forget();
          setMarked(0);
          onFind({ typed: target.value, isOpen: true });
        }}
        onKeyDown={press}
      />
      {find.isOpen && (
        <ul id={`${id}-list`} className="find-list" role="listbox" aria-label={name}>
          {items.map((item, n) => (
            <li
              key={item.id}
              id={`${id}-${n}`}
              role="option"
              className={`item ${n === at ? 'is-on' : ''}`}
              aria-selected={n === at}
              onMouseDown={(event) => event.preventDefault()} // the line keeps the focus
              onClick={() => onChoose(item.id)}
            >
              <ItemWords {...item} />
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

function ItemWords({ name, aside, below, isTheirs = false }: FoundItem) {
  if (below !== undefined)
    return (
      <span className="find-offer grow">
        <span className="trunc">{name}</span>
        <span className="hint trunc">{below}</span>
      </span>
    );
  return (
    <>
      <bdi className={isTheirs ? 'theirs trunc grow' : 'trunc grow'}>{name}</bdi>
      {aside !== undefined && <span className="hint">{aside}</span>}
    </>
  );
}
