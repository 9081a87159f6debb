import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PropagationHit } from '#shared/domain/propagation';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { drawWith } from '../../ui/draw-with.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { PlaceRow } from './PlaceRow.tsx';
import type { Accepted } from './use-accepted.ts';

type Props = {
  hits: readonly PropagationHit[];
  accepted: Accepted;
  list: RefObject<HTMLDivElement | null>;
  onApply(): void;
};

const ROW = 30;
const FIRST_ROWS = 24;
const idOf = (row: number) => `place-${row}`;

/** Places one under the other, the name in one column; each is accepted or skipped by key. Only what is in sight is in the page. */
export function PlaceList({ hits, accepted, list, onApply }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { active } = accepted;
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    rangeExtractor: drawWith(active),
    initialRect: { width: 0, height: FIRST_ROWS * ROW },
  });
  const end = hits.length - 1;

  const goTo = (row: number) => {
    const target = Math.min(end, Math.max(0, row));
    accepted.goTo(target);
    virtual.scrollToIndex(target);
  };
  /** Accepts or skips the row, and goes on to the next. */
  const decide = (isAccepted: boolean) => {
    accepted.set([active], isAccepted);
    if (active < end) {
      accepted.goTo(active + 1);
      virtual.scrollToIndex(active + 1);
    }
  };
  const all = () => accepted.set([...hits.keys()], accepted.count < hits.length);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    const letter = letterOfKey(event);
    const target = findRowForKey(event.key, {
      active,
      count: hits.length,
      rowHeight: ROW,
      viewHeight: scroller.current?.clientHeight ?? ROW,
    });
    if (target !== undefined) goTo(target);
    else if (event.key === ' ') accepted.set([active], !accepted.isAccepted(active));
    else if (event.key === 'Enter') onApply();
    else if (letter === 'A') all();
    else if (!isPlain) return;
    else if (letter === 'J') goTo(active + 1);
    else if (letter === 'K') goTo(active - 1);
    else if (letter === 'Y' || letter === 'N') decide(letter === 'Y');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={(element) => {
        scroller.current = element;
        list.current = element;
      }}
      className="pane-scroll hits"
      role="listbox"
      aria-label={words.places}
      aria-multiselectable="true"
      aria-activedescendant={idOf(active)}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <PlaceRow
            key={key}
            id={idOf(index)}
            hit={hits[index]!}
            top={start}
            place={index}
            count={hits.length}
            isActive={index === active}
            isAccepted={accepted.isAccepted(index)}
            onPress={() => accepted.goTo(index)}
            onToggle={() => accepted.set([index], !accepted.isAccepted(index))}
          />
        ))}
      </div>
    </div>
  );
}
