import { memo, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, Download, Search } from 'lucide-react';
import { ArticleState, type ArticleSummary } from '#shared/domain/article';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { ArticleList } from './ArticleList.tsx';

/** What keys and menus do here. */
export type LibraryHandle = { step(by: 1 | -1): void };

type Props = {
  open: string | null;
  onOpen(article: string): void;
  /** The first article is shown where none is open; the list is not asked for another. */
  onFirst(article: string): void;
  onImport(): void;
  /** Whether it lies over the text, in a window too narrow for both; `onAway` puts it away. */
  isOut: boolean;
  onAway(): void;
  /** Goes on to the text of the open article. */
  onEnter(): void;
  ref?: Ref<LibraryHandle>;
};

const PAUSE_MS = 150;
const none: ArticleSummary[] = [];

/** The articles of the corpus, by outlet; searched by title and filtered by state. */
export const Library = memo(function Library({ open, onOpen, onFirst, onImport, isOut, onAway, onEnter, ref }: Props) {
  const all = useStatus()?.articles ?? 0;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<ArticleState | null>(null);
  const title = useDebounced(search.trim(), PAUSE_MS);
  const filter = { ...(title !== '' && { title }), ...(state !== null && { states: [state] }) };
  const { data, error } = useQuery({ ...queries.articles(filter), placeholderData: keepPreviousData });
  const articles = data?.articles ?? none;
  const first = articles[0]?.uid;

  useEffect(() => {
    if (open === null && first !== undefined) onFirst(first);
  }, [open, first, onFirst]);

  useImperativeHandle(ref, () => ({
    step(by) {
      const at = articles.findIndex(({ uid }) => uid === open);
      const next = at === -1 ? articles.at(by === 1 ? 0 : -1) : articles[at + by];
      if (next) onOpen(next.uid);
    },
  }));

  const searchField = useRef<HTMLInputElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOut) (section.current?.querySelector<HTMLElement>('[role="listbox"]') ?? searchField.current)?.focus();
  }, [isOut]);

  const showAll = () => {
    setSearch('');
    setState(null);
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
        <span className="num">{libraryMessages.shown(articles.length, all)}</span>
        <span className="grow" />
        <Button
          variant="quiet"
          aria-label={libraryMessages.import}
          title={libraryMessages.import}
          icon={<Download className="i" aria-hidden="true" />}
          onClick={onImport}
        >
          <span className="wide">{libraryMessages.import}</span>
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
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      </div>
      <div className="lib-filter">
        <Menu
          isChoice
          trigger={
            <button
              type="button"
              className={state === null ? 'chip' : 'chip chip-on'}
              aria-label={libraryMessages.stateFilter(state === null ? libraryMessages.anyState : stateWords[state])}
            />
          }
          items={[
            { name: libraryMessages.anyState, isOn: state === null, run: () => setState(null) },
            ...ArticleState.options.map((each) => ({
              name: stateWords[each],
              isOn: each === state,
              run: () => setState(each),
            })),
          ]}
        >
          {state === null ? libraryMessages.anyState : stateWords[state]}
          <ChevronDown className="i" aria-hidden="true" />
        </Menu>
      </div>
      {error ? (
        <p className="say say-bad lib-say" role="alert">
          {error.message}
        </p>
      ) : articles.length > 0 || !data ? (
        <ArticleList articles={articles} open={open} onOpen={onOpen} onEnter={onEnter} />
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
