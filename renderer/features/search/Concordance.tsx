import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { SearchHit } from '#shared/domain/search';
import { searchMessages as words } from '#shared/messages/en/search';
import { drawWith } from '../../ui/draw-with.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { HitRow } from './HitRow.tsx';
import type { Chosen } from './use-chosen.ts';

type Props = {
  hits: SearchHit[];
  chosen: Chosen;
  onOpen(hit: SearchHit): void;
  onMore(): void;
  onChooseAll(): void;
};

const ROW = 30;
/** More is asked for when so many rows are left below. */
const AHEAD = 50;
const idOf = (row: number) => `hit-${row}`;

/** Hits one under the other, the match in one column; only what is in sight is in the page. */
export function Concordance({ hits, chosen, onOpen, onMore, onChooseAll }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    rangeExtractor: drawWith(chosen.active),
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const askForMore = useEffectEvent(() => onMore());
  useEffect(() => {
    if (last >= hits.length - AHEAD) askForMore();
  }, [last, hits.length]);

  const move = (event: KeyboardEvent) => {
    const { active } = chosen;
    const target = findRowForKey(event.key, {
      active,
      count: hits.length,
      rowHeight: ROW,
      viewHeight: scroller.current?.clientHeight ?? ROW,
    });
    if (target !== undefined) {
      chosen.goTo(target, event.shiftKey);
      virtual.scrollToIndex(target);
    } else if (event.key === ' ') chosen.toggle(active);
    else if (event.key === 'Enter' && hits[active]) onOpen(hits[active]);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onChooseAll();
    else if (event.key === 'Escape' && chosen.rows.size > 0) chosen.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      className="pane-scroll hits"
      role="listbox"
      aria-label={words.hits}
      aria-multiselectable="true"
      aria-activedescendant={hits.length > 0 ? idOf(chosen.active) : undefined}
      tabIndex={0}
      data-region-start
      onKeyDown={move}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {inSight.map(({ index, start, key }) => (
          <HitRow
            key={key}
            id={idOf(index)}
            hit={hits[index]!}
            top={start}
            place={index}
            count={hits.length}
            isActive={index === chosen.active}
            isChosen={chosen.rows.has(index)}
            onPress={(isExtending) => (isExtending ? chosen.goTo(index, true) : chosen.goTo(index))}
            onToggle={() => chosen.toggle(index)}
            onOpen={() => onOpen(hits[index]!)}
          />
        ))}
      </div>
    </div>
  );
}
