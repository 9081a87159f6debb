import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ArticleSummary } from '#shared/domain/article';
import { libraryMessages } from '#shared/messages/en/library';
import { numberWords } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { toRows } from './rows.ts';

type Props = { articles: ArticleSummary[]; open: string | null; onOpen(article: string): void; onEnter(): void };

const idOf = (uid: string) => `article-${uid}`;
const HEAD = 28;
const ARTICLE = 73;

/** The list itself: only what is in sight is in the page; the arrows open the next article, Enter goes into its text. */
export function ArticleList({ articles, open, onOpen, onEnter }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const rows = useMemo(() => toRows(articles), [articles]);
  const scroller = useRef<HTMLDivElement>(null);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]!.kind === 'outlet' ? HEAD : ARTICLE),
    getItemKey: (index) => rows[index]!.key,
    overscan: 8,
  });

  const openRow = rows.findIndex(({ key }) => key === open);
  const reveal = useEffectEvent(() => {
    if (openRow !== -1) virtual.scrollToIndex(openRow);
  });
  const isListed = openRow !== -1;
  useEffect(() => reveal(), [open, isListed]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const at = articles.findIndex(({ uid }) => uid === open);
    const target = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: articles.length - 1 }[event.key];
    const next = target === undefined ? undefined : articles[target];
    if (!next) return;
    event.preventDefault();
    onOpen(next.uid);
  };

  return (
    <div
      ref={scroller}
      className="pane-scroll"
      role="listbox"
      aria-label={libraryMessages.articles}
      aria-activedescendant={openRow === -1 ? undefined : idOf(open!)}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]!;
          const at = { ref: virtual.measureElement, 'data-index': index, style: { top: start } };
          return row.kind === 'outlet' ? (
            <div key={key} {...at} className="virtual-row group" role="presentation" aria-hidden="true">
              {row.outlet === null ? libraryMessages.outletUnknown : <bdi className="trunc">{row.outlet}</bdi>}
              <span className="num">{numberWords(row.count)}</span>
            </div>
          ) : (
            <ArticleRow
              key={key}
              {...at}
              id={idOf(row.article.uid)}
              article={row.article}
              labels={labels}
              isOpen={row.article.uid === open}
              place={row.place}
              count={articles.length}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}
