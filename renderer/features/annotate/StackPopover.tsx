import { useEffect, type RefObject } from 'react';
import { annotateMessages } from '#shared/messages/en/annotate';
import type { ReaderAnnotation, ReaderStack } from '../../editor/reader-types.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Sign } from '../../ui/Sign.tsx';

type Props = {
  stack: ReaderStack;
  text: string;
  /** Holds the text. */
  within: RefObject<HTMLElement | null>;
  /** All that is drawn in the text, suggestions too. */
  shown: readonly Pick<ReaderAnnotation, 'uid' | 'label' | 'spans'>[];
  focused: string | null;
  onChoose(uid: string): void;
  onClose(): void;
};

const GAP = 10;
const WIDTH = 320;
const ROW = 28;
const HEAD = 28;

/**
 * The annotations that lie upon one another where one was chosen, innermost first. Another click or Space goes on to the
 * next; gone at any other key, at a press elsewhere and when the text scrolls.
 */
export function StackPopover({ stack, text, within, shown, focused, onChoose, onClose }: Props) {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const press = (event: KeyboardEvent) => {
      if (event.key === ' ' || event.key === 'Shift') return;
      onClose();
      if (event.key !== 'Escape') return;
      event.preventDefault(); // the text would be left too
      event.stopPropagation();
    };
    document.addEventListener('keydown', press, { signal, capture: true });
    document.addEventListener('scroll', onClose, { signal, capture: true, passive: true });
    window.addEventListener('resize', onClose, { signal });
    document.addEventListener(
      'mousedown',
      ({ target }) => {
        const isOurs =
          target instanceof Element &&
          (target.closest('.stack-pop') !== null || within.current?.contains(target.closest('[role="document"]')));
        if (!isOurs) onClose(); // a press in the text chooses anew
      },
      { signal, capture: true },
    );
    return () => listening.abort();
  }, [onClose, within]);

  const rows = stack.uids.flatMap((uid) => shown.find((each) => each.uid === uid) ?? []);
  return (
    <div className="pop stack-pop" style={findPlace(stack, HEAD + rows.length * ROW)}>
      <div className="menu-head row">
        <span className="grow">{annotateMessages.stack(rows.length)}</span>
        <Kbd keys="Space" />
      </div>
      <ul role="listbox" aria-label={annotateMessages.stackLabel}>
        {rows.map(({ uid, label: { name, ...sign }, spans }) => (
          <li
            key={uid}
            role="option"
            className={`item ${uid === focused ? 'is-on' : ''}`}
            aria-selected={uid === focused}
            onMouseDown={(event) => event.preventDefault()} // the text keeps the focus
            onClick={() => onChoose(uid)}
          >
            <Sign {...sign} />
            <span className="vh">{name}: </span>
            <bdi className="theirs trunc grow">{spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Below the character, or above it where there is no room. Unit: CSS pixels of the window. */
function findPlace({ left, top, bottom }: ReaderStack, height: number) {
  const isRoomBelow = bottom + GAP + height + GAP < window.innerHeight;
  return {
    left: Math.max(GAP, Math.min(left, window.innerWidth - WIDTH - GAP)),
    top: isRoomBelow ? bottom + GAP : Math.max(GAP, top - GAP - height),
  };
}
