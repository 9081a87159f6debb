import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Label } from '#shared/domain/codebook';
import type { Finding } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { drawWith } from '../../../ui/draw-with.ts';
import { letterOfKey } from '../../../ui/letter-of-key.ts';
import { findRowForKey } from '../../../ui/row-for-key.ts';
import { FindingRow, idOfRow } from './FindingRow.tsx';
import { keyOf } from './use-findings.ts';

type Props = {
  scroller: RefObject<HTMLDivElement | null>;
  findings: readonly Finding[];
  labels: readonly Label[];
  at: number;
  isBusy: boolean;
  onGo(at: number): void;
  /** Says whether the key did anything with the finding that is chosen. */
  onKey(key: string, hasShift: boolean): boolean;
};

/** Height of most rows, in pixels. */
const ROW = 84;

/** The findings, worked through by key. Only the rows in sight, and the chosen one, are in the page. */
export function FindingList({ scroller, findings, labels, at, isBusy, onGo, onKey }: Props) {
  const virtual = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(findings[index]!),
    estimateSize: () => ROW,
    overscan: 8,
    rangeExtractor: drawWith(at),
  });
  const last = useRef(at);
  useEffect(() => {
    if (last.current !== at && at >= 0) virtual.scrollToIndex(at);
    last.current = at;
  }, [at, virtual]);
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus();
  }, [scroller]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = letterOfKey(event.nativeEvent);
    const by = { J: 1, K: -1 }[letter ?? ''];
    const { clientHeight: viewHeight } = event.currentTarget;
    const asked = { active: at, count: findings.length, rowHeight: ROW, viewHeight };
    const next = by === undefined ? findRowForKey(event.key, asked) : Math.max(0, Math.min(at + by, asked.count - 1));
    if (next !== undefined) onGo(next);
    else if (!onKey(letter ?? event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="pane-scroll rp-list rc-list"
      role="listbox"
      aria-label={words.list}
      aria-busy={isBusy}
      aria-activedescendant={findings[at] ? idOfRow(at) : undefined}
      tabIndex={0}
      data-region-start
      onKeyDown={press}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <FindingRow
            key={key}
            ref={virtual.measureElement}
            index={index}
            of={findings.length}
            top={start}
            finding={findings[index]!}
            labels={labels}
            isOn={index === at}
            onChoose={() => onGo(index)}
          />
        ))}
      </div>
    </div>
  );
}
