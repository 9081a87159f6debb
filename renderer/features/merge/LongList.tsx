import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { hasCode } from '../../api/client.ts';
import { ROWS_IN_PAGE, type PageQuery } from '../../api/queries-merge.ts';
import { drawWith } from '../../ui/draw-with.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { Trouble } from '../../ui/Trouble.tsx';

type Props<Row> = {
  id: string;
  label: string;
  total: number;
  /** Of a row that is not drawn yet. Unit: pixels. */
  rowHeight: number;
  active: number;
  /** Whether it has the focus as soon as it is there. */
  takesFocus?: boolean;
  queryOf(page: number): PageQuery<Row>;
  renderRow(row: Row): ReactNode;
  toClass?(row: Row): string;
  onActive(row: number): void;
  /** Any other key on the row that is active; gives whether it did something, and whether to go on to the next. */
  onKey?(event: KeyboardEvent, row: Row): 'next' | 'stay' | undefined;
  /** What is listed is kept no more. */
  onGone?(): void;
};

/** A list of any length: only what is in sight is in the page and asked for. Arrows, J and K go through it. */
export function LongList<Row>({ id, label, total, rowHeight, active, takesFocus = false, ...list }: Props<Row>) {
  const { queryOf, renderRow, toClass, onActive, onKey, onGone } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 0, height: 700 },
    rangeExtractor: drawWith(active),
  });
  const inSight = virtual.getVirtualItems();
  const pages = [...new Set(inSight.map(({ index }) => Math.floor(index / ROWS_IN_PAGE)))];
  const loaded = useQueries({ queries: pages.map((page) => ({ ...queryOf(page), retry: false })) });
  const failed = loaded.find(({ error }) => error !== null)?.error ?? null;
  const isGone = hasCode(failed, 'plan-gone');
  const findAt = (row: number) => loaded[pages.indexOf(Math.floor(row / ROWS_IN_PAGE))]?.data?.rows[row % ROWS_IN_PAGE];

  useEffect(() => {
    if (takesFocus) scroller.current?.focus();
  }, [takesFocus]);
  const tellGone = useEffectEvent(() => onGone?.());
  useEffect(() => {
    if (isGone) tellGone();
  }, [isGone]);

  const goTo = (row: number) => {
    const target = Math.min(total - 1, Math.max(0, row));
    onActive(target);
    virtual.scrollToIndex(target);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const viewHeight = scroller.current?.clientHeight ?? rowHeight;
    const target = findRowForKey(event.key, { active, count: total, rowHeight, viewHeight });
    const letter = letterOfKey(event);
    const row = findAt(active);
    if (target !== undefined) goTo(target);
    else if (letter === 'J') goTo(active + 1);
    else if (letter === 'K') goTo(active - 1);
    else {
      const done = row === undefined ? undefined : onKey?.(event, row);
      if (done === undefined) return;
      if (done === 'next') goTo(active + 1);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (failed !== null && !isGone) return <Trouble error={failed} />;
  return (
    <div
      ref={scroller}
      className="pane-scroll hits"
      role="listbox"
      aria-label={label}
      aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {inSight.map(({ index, start }) => {
          const row = findAt(index);
          return (
            <div
              key={index}
              ref={virtual.measureElement}
              id={`${id}-${index}`}
              data-index={index}
              className={`virtual-row plan-row ${row && toClass ? toClass(row) : ''} ${index === active ? 'is-active' : ''}`}
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={total}
              style={{ top: start, minHeight: rowHeight }}
              onMouseDown={() => onActive(index)}
            >
              {row !== undefined && renderRow(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
