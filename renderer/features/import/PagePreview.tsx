import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus, Scissors, X } from 'lucide-react';
import type { PlannedPage } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { tableMessages } from '#shared/messages/en/import-table';
import { Button } from '../../ui/Button.tsx';
import { BlockRow } from './BlockRow.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import { addCut, removeCut, type ImportFile } from './page-choices.ts';
import { findBlockRow, toPageRows } from './page-rows.ts';

type Props = {
  page: PlannedPage;
  file: ImportFile;
  /** Where the block begins that the keys are at. Unit: UTF-16 of the page. */
  at: number;
  onMove(offset: number): void;
  onCut(cuts: number[] | undefined): void;
  onEncoding(encoding: string): void;
  onFormat(format: 'auto'): void;
  onLeaveOut(): void;
};

/** A page's text with the places where it is cut into articles; arrows move, X cuts and joins. */
export function PagePreview({ page, file, at, onMove, onCut, onEncoding, onFormat, onLeaveOut }: Props) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toPageRows(page), [page]);
  const current = findBlockRow(rows, at);
  const row = rows[current];
  const isFirst = row?.type === 'block' && row.isFirst;
  const isJoin = isFirst && row.article > 0;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (n) => (rows[n]!.type === 'cut' ? 50 : 54),
    getItemKey: (n) => {
      const each = rows[n]!;
      return each.type === 'cut' ? `cut ${page.articles[each.article]!.start}` : each.offset;
    },
    overscan: 12,
    scrollPaddingStart: 56, // the cut line above an article's first block
    scrollPaddingEnd: 24,
  });
  // keep what the keys are at in sight
  useEffect(() => {
    virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);

  const cutOrJoin = () => {
    if (row?.type !== 'block') return;
    if (!row.isFirst) onCut(addCut(page, row.offset));
    else if (row.article > 0) onCut(removeCut(page, page.articles[row.article]!.start));
  };
  const move = (by: number) => {
    for (let n = current + by; n >= 0 && n < rows.length; n += Math.sign(by) || 1) {
      const next = rows[n]!;
      if (next.type === 'block') return onMove(next.offset);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Home') move(-current);
    else if (event.key === 'End') move(rows.length - 1 - current);
    else if (event.code === 'KeyX') cutOrJoin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="pane import-page" aria-label={words.preview(page.source)}>
      <div className="import-page-head">
        <span className="strong">{words.pageHead(page.articles.length)}</span>
        <span className="muted trunc">{sayHowCut(page, file)}</span>
        <span className="grow" />
        {file.format === 'text' && (
          <Button size="small" variant="quiet" onClick={() => onFormat('auto')}>
            {tableMessages.asTable}
          </Button>
        )}
        {file.encoding !== undefined && (
          <EncodingChoice chosen={file.encoding} suggested={null} onChoose={onEncoding} />
        )}
        <Button
          size="small"
          keys="X"
          icon={
            isJoin ? <Scissors className="i i-12" aria-hidden="true" /> : <Plus className="i i-12" aria-hidden="true" />
          }
          disabled={isFirst && !isJoin}
          onClick={cutOrJoin}
        >
          {isJoin ? words.join : words.cutHere}
        </Button>
        {page.articles.length > 1 && (
          <Button size="small" variant="quiet" onClick={() => onCut([0])}>
            {words.leaveWhole}
          </Button>
        )}
        {file.cuts !== undefined && (
          <Button size="small" variant="quiet" onClick={() => onCut(undefined)}>
            {words.byRules}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          aria-label={words.leaveOut}
          title={words.leaveOut}
          icon={<X className="i i-12" aria-hidden="true" />}
          onClick={onLeaveOut}
        />
      </div>
      <div
        ref={scroller}
        className="pane-scroll import-text"
        role="grid"
        aria-label={words.text}
        aria-rowcount={rows.length}
        aria-activedescendant={`${id}-${current}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="import-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const each = rows[index]!;
            const article = page.articles[each.article]!;
            const common = {
              id: `${id}-${index}`,
              role: 'row',
              'aria-rowindex': index + 1,
              'data-index': index,
              ref: virtual.measureElement,
              style: { transform: `translateY(${start}px)` },
            };
            if (each.type === 'cut')
              return (
                <div key={key} {...common} className={`import-cut ${row?.article === each.article ? 'is-on' : ''}`}>
                  <span role="rowheader" className="import-nth">
                    <Scissors className="i" aria-hidden="true" />
                    <b>{words.nth(each.article + 1, page.articles.length)}</b>
                  </span>
                  <span role="gridcell" className="grow trunc theirs" dir="auto">
                    {file.details[article.start]?.title || article.title}
                  </span>
                  {each.article > 0 && (
                    <span role="gridcell">
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={words.joinThis(each.article + 1)}
                        onClick={() => onCut(removeCut(page, article.start))}
                      >
                        {words.join}
                      </Button>
                    </span>
                  )}
                </div>
              );
            return (
              <div
                key={key}
                {...common}
                className={`import-block is-${each.block.kind.replace(' ', '-')}`}
                aria-selected={index === current}
                onClick={() => onMove(each.offset)}
              >
                <BlockRow block={each.block} text={page.text.slice(each.offset, article.start + each.block.end)} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const sayHowCut = (page: PlannedPage, file: ImportFile) => {
  if (file.cuts !== undefined) return words.cutByHand;
  return page.cutBy === null ? words.notCut : words.cutBy(page.cutBy);
};
