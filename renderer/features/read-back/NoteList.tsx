import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { NoteKind } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Choice } from '../../ui/Choice.tsx';
import { drawWith } from '../../ui/draw-with.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { NoteRow } from './NoteRow.tsx';
import { findRow, listPages, toPage } from './pages.ts';

type Props = { plan: string; counts: Record<NoteKind, number>; onGone(): void };

const ROW = 52;
const idOf = (row: number) => `note-${row}`;

/** What is not taken, or not as it stands, with the line and the reason; by kind. */
export function NoteList({ plan, counts, onGone }: Props) {
  const there = NoteKind.options.filter((kind) => counts[kind] > 0);
  const [kind, setKind] = useState(there[0]);
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const { data, error } = useQuery({
    ...queries.readingNotes(plan, kind ?? 'left', toPage(active)),
    enabled: kind !== undefined,
  });
  const total = data?.total ?? 0;
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
  const loaded = useQueries({ queries: pages.map((each) => queries.readingNotes(plan, kind ?? 'left', each)) });
  const rows = loaded.map((page) => page.data?.notes);
  const findAt = (place: number) => findRow(pages, rows, place);
  const isGone = hasCode(error, 'plan-gone');
  const askAgain = useEffectEvent(onGone);
  useEffect(() => {
    if (isGone) askAgain();
  }, [isGone]);

  if (kind === undefined) return <Empty title={words.noNotes} />;
  const move = (event: KeyboardEvent) => {
    const viewHeight = scroller.current?.clientHeight ?? ROW;
    const target = findRowForKey(event.key, { active, count: total, rowHeight: ROW, viewHeight });
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
    virtual.scrollToIndex(target);
  };
  return (
    <>
      <div className="plan-tools">
        <Choice
          label={words.show}
          value={kind}
          options={there.map((each) => ({ value: each, name: words.noteKind(each, counts[each]) }))}
          onChoose={(next) => {
            setKind(next);
            setActive(0);
            scroller.current?.scrollTo({ top: 0 });
          }}
        />
      </div>
      <p className="hint plan-say">{words.noteHints[kind]}</p>
      {error && !isGone && <Trouble error={error} />}
      <div
        ref={scroller}
        className="pane-scroll hits"
        role="listbox"
        aria-label={words.notes}
        aria-activedescendant={total > 0 ? idOf(active) : undefined}
        tabIndex={0}
        onKeyDown={move}
      >
        <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {inSight.map(({ index, start }) => (
            <NoteRow
              key={index}
              id={idOf(index)}
              note={findAt(index)}
              top={start}
              place={index}
              count={total}
              isActive={index === active}
              onPress={() => setActive(index)}
            />
          ))}
        </div>
      </div>
      {data?.isWhole === false && <p className="hint plan-say">{words.moreNotes(counts[kind] - total)}</p>}
    </>
  );
}
