import { useRef, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, Info, Search } from 'lucide-react';
import type { EntityNaming, Naming, NamingSort } from '#shared/domain/naming';
import { namingMessages as words } from '#shared/messages/en/compare-naming';
import { numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Menu } from '../../ui/Menu.tsx';
import { drawWith } from '../../ui/draw-with.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { Sign } from '../../ui/Sign.tsx';

/** What the list is asked for by. */
export type ListChoice = { query: string; sort: NamingSort };

type Props = {
  naming: Naming | null;
  choice: ListChoice;
  open: string | null;
  onChoose(changes: Partial<ListChoice>): void;
  onOpen(uid: string): void;
};

const ROW = 30;
const idOf = (uid: string) => `naming-${uid}`;

/** The entities that either side names, those that they call most differently first. Arrows open the next one. */
export function NamingList({ naming, choice, open, onChoose, onOpen }: Props) {
  const entities = naming?.entities ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const at = entities.findIndex(({ uid }) => uid === open);
  const virtual = useVirtualizer({
    count: entities.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    rangeExtractor: drawWith(at),
  });
  const move = (event: KeyboardEvent) => {
    const viewHeight = scroller.current?.clientHeight ?? ROW;
    const to = findRowForKey(event.key, { active: at, count: entities.length, rowHeight: ROW, viewHeight });
    if (to === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    if (entities[to]) onOpen(entities[to].uid);
  };
  return (
    <section className="pane naming-list" aria-label={words.list} data-region>
      <div className="pane-head">
        <h2>{choice.sort === 'difference' ? words.differMost : words.list}</h2>
        <span className="grow" />
        <SortChip sort={choice.sort} onChoose={(sort) => onChoose({ sort })} />
      </div>
      <div className="lib-find">
        <label className="field" title={words.findHint}>
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            dir="auto"
            maxLength={200}
            aria-label={words.find}
            placeholder={words.find}
            value={choice.query}
            onChange={({ target }) => onChoose({ query: target.value })}
          />
        </label>
      </div>
      <div className="naming-cols" aria-hidden="true">
        <span>{words.entity}</span>
        <span>{words.bothSides}</span>
        <span>{words.formsTable.g2}</span>
      </div>
      <div
        ref={scroller}
        className="pane-scroll"
        role="listbox"
        aria-label={words.options}
        aria-activedescendant={at === -1 ? undefined : idOf(open!)}
        tabIndex={0}
        data-region-start
        onKeyDown={move}
      >
        <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            <Row
              key={key}
              entity={entities[index]!}
              top={start}
              place={index}
              total={entities.length}
              isOpen={index === at}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      {naming && <Notes naming={naming} isFiltered={choice.query.trim() !== ''} />}
    </section>
  );
}

function SortChip({ sort, onChoose }: { sort: NamingSort; onChoose(sort: NamingSort): void }) {
  const sorts = ['difference', 'mentions', 'name'] as const;
  return (
    <Menu
      isChoice
      trigger={<button type="button" className="chip" aria-label={words.sortName(words.sorts[sort])} />}
      items={sorts.map((each) => ({ name: words.sorts[each], isOn: each === sort, run: () => onChoose(each) }))}
    >
      {words.sorts[sort]}
      <ArrowDown className="i" aria-hidden="true" />
    </Menu>
  );
}

type RowProps = {
  entity: EntityNaming;
  top: number;
  place: number;
  total: number;
  isOpen: boolean;
  onOpen(uid: string): void;
};

function Row({ entity: { uid, name, label, a, b, g2, isThin }, top, place, total, isOpen, onOpen }: RowProps) {
  const known = (useQuery(queries.codebook()).data?.labels ?? []).find((each) => each.name === label);
  const isRanked = g2 !== null && !isThin;
  return (
    <div
      id={idOf(uid)}
      className="virtual-row item naming-row"
      role="option"
      style={{ top }}
      aria-selected={isOpen}
      aria-setsize={total}
      aria-posinset={place + 1}
      title={isRanked ? name : `${name}: ${words.thinWhy}`}
      onClick={() => onOpen(uid)}
    >
      {known ? <Sign letter={letterOf(known)} colour={known.colour} line={known.line} /> : <span />}
      <span className="vh">
        {words.row(name, label, a.mentions, b.mentions, isRanked ? words.ranked(g2) : words.thinWhy)}
      </span>
      <bdi className="theirs trunc" aria-hidden="true">
        {name}
      </bdi>
      <span className="hint tnum" aria-hidden="true">{`${numberWords(a.mentions)} | ${numberWords(b.mentions)}`}</span>
      <span className={isRanked ? 'tnum naming-g2' : 'hint naming-g2'} aria-hidden="true">
        {isRanked ? words.figure(g2) : words.thin}
      </span>
    </div>
  );
}

/** What the list leaves out, and what it does not rank. */
function Notes({ naming: { total, entities, thin, unlinked }, isFiltered }: { naming: Naming; isFiltered: boolean }) {
  const notes = [
    total === 0 && isFiltered && words.notFound,
    total > entities.length && words.more(entities.length, total),
    thin > 0 && words.thinNote(thin),
    unlinked.a + unlinked.b > 0 && words.unlinkedNote(unlinked.a, unlinked.b),
  ].filter((note) => note !== false);
  return (
    <div className="hint naming-notes">
      {notes.map((note, n) => (
        <p key={n}>
          <Info className="i i-12" aria-hidden="true" /> {note}
        </p>
      ))}
    </div>
  );
}
