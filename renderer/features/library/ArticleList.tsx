import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { OutletGroup } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { libraryMessages } from '#shared/messages/en/library';
import { numberWords } from '#shared/messages/en/ui';
import { ARTICLES_IN_PAGE, queries } from '../../api/queries.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { toLayout } from './list-layout.ts';

type Props = {
  filter: ArticleFilter;
  groups: OutletGroup[];
  open: string | null;
  /** The place of the open article in this list; null where it is not in it. */
  openPlace: number | null;
  onOpenAt(place: number): void;
  onEnter(): void;
};

const idOf = (uid: string) => `article-${uid}`;
const HEAD = 28;
const ARTICLE = 73;

/**
 * The list itself: only what is in sight is in the page and asked for; the arrows open the next article, Enter goes into its
 * text.
 */
export function ArticleList({ filter, groups, open, openPlace, onOpenAt, onEnter }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const layout = useMemo(() => toLayout(groups), [groups]);
  const scroller = useRef<HTMLDivElement>(null);

  const virtual = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (layout.lineAt(index).kind === 'outlet' ? HEAD : ARTICLE),
    getItemKey: (index) => layout.lineAt(index).key,
    overscan: 8,
  });
  const inSight = virtual.getVirtualItems().map((item) => ({ ...item, line: layout.lineAt(item.index) }));
  const pages = [...new Set(inSight.flatMap(({ line }) => (line.kind === 'article' ? [toPage(line.place)] : [])))];
  const loaded = useQueries({ queries: pages.map((page) => queries.articlePage(filter, page)) });
  const findAt = (place: number) => loaded[pages.indexOf(toPage(place))]?.data?.articles[place % ARTICLES_IN_PAGE];

  const isListed = openPlace !== null && openPlace < layout.articles; // its place may be known before the list has grown
  const isRead = openPlace !== null && findAt(openPlace) !== undefined;
  const isInPlace = useRef(false);
  const reveal = useEffectEvent(() => {
    isInPlace.current = isRead;
    if (openPlace !== null) virtual.scrollToIndex(layout.lineOf(openPlace));
  });
  useEffect(() => reveal(), [open, isListed]);
  const revealRead = useEffectEvent(() => {
    if (isRead && !isInPlace.current) reveal(); // lines are higher than they were thought once they are read
  });
  useEffect(() => revealRead(), [isRead]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const [at, last] = [openPlace ?? -1, layout.articles - 1];
    const target = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[event.key];
    if (target === undefined || target > last) return;
    event.preventDefault();
    onOpenAt(target);
  };

  const error = loaded.find((page) => page.error)?.error;
  if (error)
    return (
      <p className="say say-bad lib-say" role="alert">
        {error.message}
      </p>
    );
  return (
    <div
      ref={scroller}
      className="pane-scroll"
      role="listbox"
      aria-label={libraryMessages.articles}
      aria-activedescendant={openPlace === null || !findAt(openPlace) ? undefined : idOf(open!)}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {inSight.map(({ index, start, key, line }) => {
          const at = { ref: virtual.measureElement, 'data-index': index, style: { top: start } };
          if (line.kind === 'outlet')
            return (
              <div key={key} {...at} className="virtual-row group" role="presentation" aria-hidden="true">
                {line.group.outlet === null ? (
                  libraryMessages.outletUnknown
                ) : (
                  <bdi className="trunc">{line.group.outlet}</bdi>
                )}
                <span className="num">{numberWords(line.group.articles)}</span>
              </div>
            );
          const article = findAt(line.place);
          // its page has not come yet
          if (!article) return <div key={key} {...at} className="virtual-row art" role="presentation" />;
          return (
            <ArticleRow
              key={key}
              {...at}
              id={idOf(article.uid)}
              article={article}
              labels={labels}
              isOpen={article.uid === open}
              place={line.place}
              count={layout.articles}
              onOpenAt={onOpenAt}
            />
          );
        })}
      </div>
    </div>
  );
}

const toPage = (place: number) => Math.floor(place / ARTICLES_IN_PAGE);
