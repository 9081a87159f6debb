import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { Kbd } from './Kbd.tsx';
import { useOwedEnter } from './use-owed-enter.ts';

export type BoxItem = {
  id: string;
  icon?: ReactNode;
  name: ReactNode;
  /** Said at the end of the line. */
  aside?: ReactNode;
  keys?: string | undefined;
  run(): void;
};
export type BoxGroup = { name: string; items: readonly BoxItem[] };

type Props = {
  label: string;
  placeholder: string;
  query: string;
  groups: readonly BoxGroup[];
  /** What is said where nothing is found. */
  empty: string;
  /** There may be more for what was typed in a moment. */
  isOld?: boolean;
  /** Beside the line that is typed in: what the commands are for. */
  aside?: ReactNode;
  foot: ReactNode;
  onQuery(query: string): void;
  onClose(): void;
};

/** A line to type in over the page, with what can be done below it: arrows choose, Enter does it, Escape leaves. */
export function CommandBox({
  label,
  placeholder,
  query,
  groups,
  empty,
  isOld = false,
  aside,
  foot,
  onQuery,
  onClose,
}: Props) {
  const id = useId();
  const [marked, setMarked] = useState(0);
  const [before] = useState(() => document.activeElement);
  const giveBack = () =>
    before instanceof HTMLElement && before.isConnected && before !== document.body ? before : true;
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(marked, items.length - 1);

  const choose = (item: BoxItem | undefined) => {
    if (!item) return;
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(() => item.run())); // the focus is where it was by then
  };
  const owed = useOwedEnter(isOld && items.length === 0, () => choose(items[at]));
  const mark = (n: number) => {
    setMarked(n);
    document.getElementById(`${id}-${n}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (event.key === 'Enter') owed.press();
    else if (items.length === 0) return;
    else if (by === 1 || by === -1) mark((at + by + items.length) % items.length);
    else if (by !== undefined) mark(Math.max(0, Math.min(items.length - 1, at + by)));
    else return;
    event.preventDefault();
  };

  const firstOf = groups.map((_, g) => groups.slice(0, g).reduce((sum, group) => sum + group.items.length, 0));
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className="dialog palette" aria-label={label} finalFocus={giveBack}>
          <div className="ask">
            <Search className="i i-20" aria-hidden="true" />
            <input
              role="combobox"
              className="grow"
              aria-label={placeholder}
              placeholder={placeholder}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
              maxLength={200}
              value={query}
              onChange={({ target }) => {
                owed.forget();
                mark(0);
                onQuery(target.value);
              }}
              onKeyDown={press}
            />
            {aside}
          </div>
          <div className="box-list" id={`${id}-list`} role="listbox" aria-label={label}>
            {items.length === 0 && <p className="hint box-empty">{empty}</p>}
            {groups.map((group, g) => (
              <div key={group.name} role="group" aria-label={group.name}>
                <div className="sect" aria-hidden="true">
                  {group.name}
                </div>
                {group.items.map((item, n) => {
                  const place = firstOf[g]! + n;
                  return (
                    <div
                      key={item.id}
                      id={`${id}-${place}`}
                      role="option"
                      className={`item ${place === at ? 'is-on' : ''}`}
                      aria-selected={place === at}
                      onMouseDown={(event) => event.preventDefault()} // the line keeps the focus
                      onMouseMove={() => place !== at && setMarked(place)}
                      onClick={() => choose(item)}
                    >
                      {item.icon}
                      <span className="trunc">{item.name}</span>
                      <span className="to">
                        {item.aside}
                        {item.keys !== undefined && <Kbd keys={item.keys} />}
                      </span>
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          <div className="foot">{foot}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
