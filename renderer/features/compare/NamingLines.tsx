import { useEffect, useEffectEvent, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, ChevronDown, Copy, X } from 'lucide-react';
import type { Compared } from '#shared/domain/comparison';
import type { MentionLine } from '#shared/domain/mention-line';
import { namingMessages as words } from '#shared/messages/en/compare-naming';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import { toLinesTable } from '#shared/tables/naming';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { drawWith } from '../../ui/draw-with.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { toTabbed } from '../../ui/table-rows.ts';
import { say, sayError } from '../../ui/toasts.tsx';
import type { ShownWords } from './compare-props.ts';
import type { NamingCell } from './naming-cell.ts';
import { SideMark } from './SideMark.tsx';
import { useMentionLines, type LineSort } from './use-mention-lines.ts';

type Props = {
  compared: Compared;
  entity: string;
  cell: NamingCell;
  onOpen(shown: ShownWords): void;
  onClose(): void;
};

const ROW = 26;
/** More is asked for when so many rows are left below. */
const AHEAD = 50;
const idOf = (row: number) => `naming-line-${row}`;

/** The lines behind a number, one under the other, the form in one column. Enter or a click opens the text there. */
export function NamingLines({ compared, entity, cell, onOpen, onClose }: Props) {
  const [sort, setSort] = useState<LineSort>('newest');
  const { lines, found, error, more } = useMentionLines({ compared, entity, ...cell, sort });
  const copy = () => {
    const table = toLinesTable(lines);
    const rows = lines.map((_, n) => n);
    void navigator.clipboard
      .writeText(toTabbed(table, rows))
      .then(() => say({ text: words.copied(lines.length) }), sayError);
  };
  return (
    <section
      className="naming-lines"
      style={{ '--lines': found?.total ?? 1 } as CSSProperties}
      aria-label={words.concordance}
      data-region
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="pane-head">
        <h2>
          {cell.form === null ? words.all : <bdi className="theirs">{cell.form}</bdi>}
          {words.lineHead}
          <SideMark side={cell.side} /> {words.voices[cell.voice]}
        </h2>
        {found && <span className="muted tnum">{words.lines(found.total, found.articles)}</span>}
        <span className="grow" />
        <Sorts sort={sort} onSort={setSort} />
        <Button
          variant="quiet"
          icon={<Copy className="i" aria-hidden="true" />}
          aria-label={words.copy}
          title={words.copy}
          disabled={lines.length === 0}
          onClick={copy}
        />
        <Button
          variant="quiet"
          icon={<X className="i" aria-hidden="true" />}
          aria-label={words.closeLines}
          title={words.closeLines}
          onClick={onClose}
        />
      </div>
      {error && (
        <p className="say say-bad" role="alert">
          {error.message}
        </p>
      )}
      {(lines.length > 0 || !error) && (
        <Lines key={sort} lines={lines} total={found?.total ?? 0} onMore={more} onOpen={onOpen} />
      )}
    </section>
  );
}

function Sorts({ sort, onSort }: { sort: LineSort; onSort(sort: LineSort): void }) {
  const sorts = ['newest', 'left', 'right'] as const;
  const word = words.lineSorts[sort];
  return (
    <Menu
      isChoice
      trigger={<button type="button" className="chip" aria-label={words.lineSortName(word)} />}
      items={sorts.map((each) => ({ name: words.lineSorts[each], isOn: each === sort, run: () => onSort(each) }))}
    >
      {words.sortBy(word)}
      <ChevronDown className="i" aria-hidden="true" />
    </Menu>
  );
}

type LinesProps = { lines: MentionLine[]; total: number; onMore(): void; onOpen(shown: ShownWords): void };

function Lines({ lines, total, onMore, onOpen }: LinesProps) {
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    rangeExtractor: drawWith(active),
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const askForMore = useEffectEvent(() => onMore());
  useEffect(() => {
    if (last >= lines.length - AHEAD) askForMore();
  }, [last, lines.length]);
  const open = ({ article, annotation, start }: MentionLine) => onOpen({ article, annotation, start });
  const move = (event: KeyboardEvent) => {
    const viewHeight = scroller.current?.clientHeight ?? ROW;
    const target = findRowForKey(event.key, { active, count: lines.length, rowHeight: ROW, viewHeight });
    if (target !== undefined) {
      setActive(target);
      virtual.scrollToIndex(target);
    } else if (event.key === 'Enter' && lines[active]) open(lines[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const areOfOne = new Set(lines.map(({ outlet }) => outlet)).size < 2;
  return (
    <div
      ref={scroller}
      className="pane-scroll hits"
      role="listbox"
      aria-label={words.linesList}
      aria-activedescendant={lines.length > 0 ? idOf(active) : undefined}
      tabIndex={0}
      data-region-start
      onKeyDown={move}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {inSight.map(({ index, start, key }) => (
          <Line
            key={key}
            line={lines[index]!}
            id={idOf(index)}
            top={start}
            place={index}
            total={total}
            isActive={index === active}
            hasOutlet={!areOfOne}
            onOpen={() => open(lines[index]!)}
          />
        ))}
      </div>
    </div>
  );
}

type LineProps = {
  line: MentionLine;
  id: string;
  top: number;
  place: number;
  total: number;
  isActive: boolean;
  hasOutlet: boolean;
  onOpen(): void;
};

const toLine = (text: string) => text.replace(/\s+/gu, ' ');
const blankLine = /\n\s*\n/u;

function Line({ line, id, top, place, total, isActive, hasOutlet, onOpen }: LineProps) {
  const direction = findLineDirection(line);
  const date = line.date === null ? words.noDate : dateWords(line.date);
  return (
    <div
      id={id}
      className={isActive ? 'virtual-row hit naming-line is-active' : 'virtual-row hit naming-line'}
      role="option"
      aria-selected={isActive}
      aria-setsize={total}
      aria-posinset={place + 1}
      title={`${line.outlet ?? words.noOutlet} · ${line.title}`}
      style={{ top }}
      onClick={onOpen}
    >
      <span className="hint tnum">
        {date}
        {hasOutlet && <bdi className="trunc"> {line.outlet ?? words.noOutlet}</bdi>}
      </span>
      <span className="hit-words" dir={direction}>
        <span className="hit-left">
          <bdi dir={direction}>{toLine(line.left.split(blankLine).at(-1)!)}</bdi>
        </span>
        <span className="hit-right">
          <mark>{toLine(line.match)}</mark>
          {toLine(line.right.split(blankLine)[0]!)}
        </span>
      </span>
      <span className="hint naming-where">
        {line.isChecked && <Check className="i i-12" role="img" aria-label={words.checked} />}
        {words.place(line.block, line.voice)}
      </span>
    </div>
  );
}
