import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus, Search } from 'lucide-react';
import { entityMessages as words } from '#shared/messages/en/entities';
import { ENTITIES_IN_PAGE, queries, type EntityFilter } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { EntityFilters } from './EntityFilters.tsx';
import { EntityRow } from './EntityRow.tsx';
import { NewEntityDialog } from './NewEntityDialog.tsx';

type Props = { sections: ReactNode; open: string | null; isOff: boolean; onOpen(uid: string): void };

const PAUSE_MS = 150;
const ROW = 30;
const toPage = (place: number) => Math.floor(place / ENTITIES_IN_PAGE);
const idOf = (uid: string) => `entity-${uid}`;

/** All entities, searched and filtered; only what is in sight is in the page and asked for. Arrows open the next one. */
export function EntityList({ sections, open, isOff, onOpen }: Props) {
  const [query, setQuery] = useState('');
  const [choice, setChoice] = useState<EntityFilter>({ sort: 'count' });
  const [isMaking, setMaking] = useState(false);
  const typed = useDebounced(query, PAUSE_MS).trim();
  const asked: EntityFilter = { ...choice, ...(typed !== '' && { query: typed }) };
  const { data: first, error } = useQuery({ ...queries.entityPage(asked, 0), placeholderData: keepPreviousData });
  const filter = first?.filter ?? asked;
  const total = first?.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const inSight = virtual.getVirtualItems();
  const pages = [...new Set(inSight.map(({ index }) => toPage(index)))];
  const loaded = useQueries({ queries: pages.map((page) => queries.entityPage(filter, page)) });
  const findAt = (place: number) => loaded[pages.indexOf(toPage(place))]?.data?.entities[place % ENTITIES_IN_PAGE];
  const at = inSight.find(({ index }) => findAt(index)?.uid === open)?.index ?? -1;

  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: total - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const entity = to >= 0 && to < total ? findAt(to) : undefined;
    virtual.scrollToIndex(Math.max(0, Math.min(to, total - 1)));
    if (entity) onOpen(entity.uid);
  };

  const isFiltered = Object.keys(asked).length > 1;
  return (
    <section className="pane ent-list" aria-label={words.entities} data-region>
      <div className="pane-head">
        {sections}
        <span className="grow" />
        <Button
          variant="quiet"
          disabled={isOff}
          aria-label={words.new}
          title={words.new}
          icon={<Plus className="i" aria-hidden="true" />}
          onClick={() => setMaking(true)}
        />
      </div>
      <div className="lib-find">
        <label className="field">
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            dir="auto"
            maxLength={300}
            aria-label={words.find}
            placeholder={words.findHint}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </label>
      </div>
      <EntityFilters choice={choice} total={total} onChoose={setChoice} />
      {error ? (
        <p className="say say-bad lib-say" role="alert">
          {error.message}
        </p>
      ) : first && total === 0 ? (
        <Empty title={isFiltered ? words.nothingFound : words.noneTitle}>
          {isFiltered ? (
            <Button
              onClick={() => {
                setQuery('');
                setChoice({ sort: 'count' });
              }}
            >
              {words.clear}
            </Button>
          ) : (
            words.none
          )}
        </Empty>
      ) : (
        <div
          ref={scroller}
          className="pane-scroll"
          role="listbox"
          aria-label={words.entities}
          aria-activedescendant={at === -1 ? undefined : idOf(open!)}
          tabIndex={0}
          data-region-start
          onKeyDown={move}
        >
          <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {inSight.map(({ index, start, key }) => (
              <EntityRow
                key={key}
                id={idOf}
                top={start}
                place={index}
                total={total}
                entity={findAt(index)}
                isOpen={index === at}
                most={findMost(filter, first?.entities[0]?.count)}
                onOpen={onOpen}
              />
            ))}
          </div>
        </div>
      )}
      <div className="pane-foot muted tnum">{words.total(total)}</div>
      {isMaking && (
        <NewEntityDialog
          name={typed}
          onClose={() => setMaking(false)}
          onMade={(uid) => {
            setMaking(false);
            onOpen(uid);
          }}
        />
      )}
    </section>
  );
}

/** What the bars are as long as: the first in order of mentions has the most. */
const findMost = ({ sort }: EntityFilter, first: number | undefined): number | null =>
  sort === 'name' ? null : (first ?? null);
