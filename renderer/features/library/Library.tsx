import { memo, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download, Search, TextSearch } from 'lucide-react';
import type { OutletGroup } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { libraryMessages } from '#shared/messages/en/library';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { ArticleList } from './ArticleList.tsx';
import { LibraryFilters, type Choice } from './LibraryFilters.tsx';
import { toSearch } from './to-search.ts';
import { useOpenAt } from './use-open-at.ts';

/** What keys and menus do here. */
export type LibraryHandle = { step(by: 1 | -1): void };

type Props = {
  open: string | null;
  onOpen(article: string): void;
  /** The first article is shown where none is open; the list is not asked for another. */
  onFirst(article: string): void;
  onImport(): void;
  /** Shows where in the texts the words are that are being searched for. */
  onSearchTexts(typed: string): void;
  /** Whether it lies over the text, in a window too narrow for both; `onAway` puts it away. */
  isOut: boolean;
  onAway(): void;
  /** Goes on to the text of the open article. */
  onEnter(): void;
  ref?: Ref<LibraryHandle>;
};

const PAUSE_MS = 150;
const none: OutletGroup[] = [];

/** The articles of the corpus, by outlet; searched and filtered. */
export const Library = memo(function Library({
  open,
  onOpen,
  onFirst,
  onImport,
  onSearchTexts,
  isOut,
  onAway,
  onEnter,
  ref,
}: Props) {
  const all = useStatus()?.articles ?? 0;
  const [search, setSearch] = useState('');
  const [choice, setChoice] = useState<Choice>({});
  const words = toSearch(useDebounced(search, PAUSE_MS));
  const asked: ArticleFilter = { ...choice, ...(words !== undefined && { search: words }) };
  const { data: list, error } = useQuery({ ...queries.articleGroups(asked), placeholderData: keepPreviousData });
  const filter = list?.filter ?? asked;
  const total = list?.total ?? 0;
  const { data: firstPage } = useQuery({ ...queries.articlePage(filter, 0), enabled: list !== undefined });
  const first = firstPage?.articles[0]?.uid;
  const { data: openPlace = null } = useQuery({
    ...queries.articlePlace(filter, open ?? ''),
    enabled: list !== undefined && open !== null,
  });
  const openAt = useOpenAt(filter, onOpen);

  useEffect(() => {
    if (open === null && first !== undefined) onFirst(first);
  }, [open, first, onFirst]);

  useImperativeHandle(ref, () => ({
    step(by) {
      const target = openPlace === null ? (by === 1 ? 0 : total - 1) : openPlace + by;
      if (target >= 0 && target < total) openAt(target);
    },
  }));

  const searchField = useRef<HTMLInputElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOut) (section.current?.querySelector<HTMLElement>('[role="listbox"]') ?? searchField.current)?.focus();
  }, [isOut]);

  const showAll = () => {
    setSearch('');
    setChoice({});
    searchField.current?.focus(); // the button goes away
  };

  return (
    <section
      ref={section}
      className={isOut ? 'pane lib is-out' : 'pane lib'}
      aria-label={libraryMessages.articles}
      data-region
      onKeyDown={(event) => {
        if (!isOut || event.key !== 'Escape' || event.defaultPrevented) return;
        onAway();
        onEnter();
      }}
      onBlur={({ relatedTarget: to }) => {
        if (isOut && to instanceof Element && !to.closest('.lib, [role="menu"], .dialog')) onAway();
      }}
    >
      <div className="pane-head">
        <h2>{libraryMessages.articles}</h2>
        <span className="num">{libraryMessages.shown(total, all)}</span>
        <span className="grow" />
        <Button
          variant="quiet"
          aria-label={libraryMessages.import}
          title={libraryMessages.import}
          icon={<Download className="i" aria-hidden="true" />}
          onClick={onImport}
        >
          {/* beside the longer count there is no room for it */}
          {total === all && <span className="wide">{libraryMessages.import}</span>}
        </Button>
      </div>
      <div className="lib-find">
        <label className="field">
          <Search className="i" aria-hidden="true" />
          <input
            ref={searchField}
            type="search"
            aria-label={libraryMessages.search}
            placeholder={libraryMessages.search}
            maxLength={2000}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <Button
          variant="quiet"
          aria-label={libraryMessages.searchTexts}
          title={libraryMessages.searchTexts}
          icon={<TextSearch className="i" aria-hidden="true" />}
          onClick={() => onSearchTexts(search.trim())}
        />
      </div>
      <LibraryFilters choice={choice} onChoose={setChoice} />
      {error ? (
        <p className="say say-bad lib-say" role="alert">
          {error.message}
        </p>
      ) : total > 0 || !list ? (
        <ArticleList
          filter={filter}
          groups={list?.groups ?? none}
          open={open}
          openPlace={openPlace}
          onOpenAt={openAt}
          onEnter={onEnter}
        />
      ) : all === 0 ? (
        <Empty title={libraryMessages.emptyTitle}>
          {libraryMessages.empty}
          <Button variant="primary" onClick={onImport}>
            {libraryMessages.import}
          </Button>
        </Empty>
      ) : (
        <Empty title={libraryMessages.nothingFound}>
          <Button onClick={showAll}>{libraryMessages.clear}</Button>
        </Empty>
      )}
    </section>
  );
});
