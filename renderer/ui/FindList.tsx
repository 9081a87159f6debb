import { useId, useState, type KeyboardEvent } from 'react';
import { useOwedEnter } from './use-owed-enter.ts';

export type Findable = { id: string; name: string; aside?: string | undefined; isOff?: boolean };

type Props = {
  label: string;
  hint: string;
  query: string;
  items: readonly Findable[];
  /** They are what was found for what was typed before. */
  isOld?: boolean;
  onQuery(query: string): void;
  onChoose(id: string): void;
};

/** A line to type in with what it finds below: arrows move, Enter takes the one that is marked, at first the first. */
export function FindList({ label, hint, query, items, isOld = false, onQuery, onChoose }: Props) {
  const id = useId();
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, items.length - 1);
  const choose = (item: Findable | undefined) => item && !item.isOff && onChoose(item.id);
  const owed = useOwedEnter(isOld && at < 1, () => choose(items[at]));
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') owed.press();
    else if (by !== undefined && items.length > 0) setMarked((at + by + items.length) % items.length);
    else return;
    event.preventDefault();
  };
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className="field">
        <input
          id={id}
          role="combobox"
          autoFocus
          autoComplete="off"
          dir="auto"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-hint`}
          maxLength={200}
          value={query}
          onChange={({ target }) => {
            owed.forget();
            setMarked(0);
            onQuery(target.value);
          }}
          onKeyDown={press}
        />
      </span>
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
      <ul id={`${id}-list`} className="find-list" role="listbox" aria-label={label}>
        {items.map((item, n) => (
          <li
            key={item.id}
            id={`${id}-${n}`}
            role="option"
            className={`item ${n === at ? 'is-on' : ''}`}
            aria-selected={n === at}
            aria-disabled={item.isOff === true}
            onMouseDown={(event) => event.preventDefault()} // the line keeps the focus
            onClick={() => choose(item)}
          >
            <bdi className="trunc grow">{item.name}</bdi>
            {item.aside !== undefined && <span className="hint find-aside">{item.aside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
