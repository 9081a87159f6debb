import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Difference, DifferenceKind } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { queries } from '../../api/queries.ts';
import { drawWith } from '../../ui/draw-with.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { DifferenceRow } from './DifferenceRow.tsx';
import { findRow, listPages } from './pages.ts';

type Props = {
  plan: string;
  kinds: readonly DifferenceKind[];
  total: number;
  active: number;
  isTaken(difference: Difference): boolean;
  onActive(row: number): void;
  /** Where single ones may be decided about. */
  onDecide?(difference: Difference, isOn: boolean): void;
  onAll(): void;
};

const ROW = 52;
const idOf = (row: number) => `difference-${row}`;

/** Only what is in sight is in the page and asked for. */
export function DifferenceList({ plan, kinds, total, active, isTaken, onActive, onDecide, onAll }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: { width: 0, height: 700 },
    rangeExtractor: drawWith(active),
  });
  const inSight = virtual.getVirtualItems();
  const pages = listPages(inSight);
  const loaded = useQueries({ queries: pages.map((page) => queries.differences(plan, kinds, page)) });
  const rows = loaded.map(({ data }) => data?.differences);
  const findAt = (place: number) => findRow(pages, rows, place);
  useEffect(() => {
    // unless somebody is at how the files are read
    if (!document.activeElement?.matches('input, select')) scroller.current?.focus();
  }, []);

  const goTo = (row: number) => {
    const target = Math.min(total - 1, Math.max(0, row));
    onActive(target);
    virtual.scrollToIndex(target);
  };
  /** Whether it could be decided: it may not be there yet. */
  const decide = (isOn?: boolean): boolean => {
    const difference = findAt(active);
    if (!difference || !onDecide) return false;
    onDecide(difference, isOn ?? !isTaken(difference));
    return true;
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    const letter = letterOfKey(event);
    const viewHeight = scroller.current?.clientHeight ?? ROW;
    const target = findRowForKey(event.key, { active, count: total, rowHeight: ROW, viewHeight });
    if (target !== undefined) goTo(target);
    else if (event.key === ' ') decide();
    else if (letter === 'A') onAll();
    else if (!isPlain) return;
    else if (letter === 'J') goTo(active + 1);
    else if (letter === 'K') goTo(active - 1);
    else if (letter === 'Y' || letter === 'N') {
      if (decide(letter === 'Y')) goTo(active + 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="pane read-back-list">
      <div
        ref={scroller}
        className="pane-scroll hits"
        role="listbox"
        aria-label={words.differences}
        aria-multiselectable="true"
        aria-activedescendant={total > 0 ? idOf(active) : undefined}
        tabIndex={0}
        onKeyDown={press}
      >
        <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const difference = findAt(index);
            return (
              <DifferenceRow
                key={index}
                id={idOf(index)}
                difference={difference}
                top={start}
                place={index}
                count={total}
                isActive={index === active}
                isTaken={difference !== undefined && isTaken(difference)}
                onPress={() => onActive(index)}
                onToggle={() => difference && onDecide?.(difference, !isTaken(difference))}
              />
            );
          })}
        </div>
      </div>
      <p className="hint plan-keys">{words.keys}</p>
    </div>
  );
}
