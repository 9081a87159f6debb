import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { checkMessages as words } from '#shared/messages/en/check';
import { numberWords } from '#shared/messages/en/ui';
import { Button } from '../../../ui/Button.tsx';
import { findRowForKey } from '../../../ui/row-for-key.ts';
import { quoteOf } from '../settle/differences.ts';
import { TagSign } from '../settle/TagSign.tsx';
import type { Checking } from './use-checking.ts';

type Props = { checking: Checking; labels: readonly Label[] };
type Row = { title: string; n: number } | { tag: Annotation; place: number };

/** Heights of a row and of the name of its article, in pixels. */
const ROW = 46;
const GROUP = 26;
const idOf = (uid: string) => `check-${uid}`;

/** What is to be checked, article by article. Only the rows in sight are in the page. */
export function CheckQueue({ checking, labels }: Props) {
  const { shown, focused, titles, outdated, choose, left } = checking;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toRows(shown, titles), [shown, titles]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => ('tag' in rows[at]! ? ROW : GROUP),
    overscan: 10,
  });
  const at = shown.findIndex((each) => each === focused);
  const uid = focused?.uid ?? null;
  const rowAt = rows.findIndex((row) => 'tag' in row && row.tag.uid === uid);
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus();
  }, []);
  useEffect(() => {
    if (rowAt >= 0) virtual.scrollToIndex(rowAt === 1 ? 0 : rowAt);
  }, [rowAt, virtual]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { clientHeight: viewHeight } = event.currentTarget;
    const next = findRowForKey(event.key, { active: at, count: shown.length, rowHeight: ROW, viewHeight });
    if (next === undefined) return;
    event.preventDefault();
    if (shown[next]) choose(shown[next].uid);
  };
  return (
    <>
      <div
        ref={scroller}
        className="pane-scroll list rp-list"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={uid === null ? undefined : idOf(uid)}
        tabIndex={0}
        data-region-start
        onKeyDown={press}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ key, index, start, size }) => {
            const row = rows[index]!;
            const style = { position: 'absolute', insetInline: 0, top: start, height: size } as const;
            return 'tag' in row ? (
              <QueueRow
                key={key}
                {...row}
                of={shown.length}
                labels={labels}
                isOn={row.tag.uid === uid}
                isOutdated={outdated.uids.has(row.tag.uid)}
                style={style}
                onChoose={() => choose(row.tag.uid)}
              />
            ) : (
              <div key={key} className="group" aria-hidden="true" style={style}>
                <bdi className="trunc">{row.title}</bdi>
                <span className="num">{numberWords(row.n)}</span>
              </div>
            );
          })}
        </div>
      </div>
      {left > 0 && (
        <div className="pane-foot">
          <Button size="small" onClick={checking.more}>
            {words.more(left)}
          </Button>
        </div>
      )}
    </>
  );
}

type QueueRowProps = {
  tag: Annotation;
  place: number;
  of: number;
  labels: readonly Label[];
  isOn: boolean;
  isOutdated: boolean;
  style: object;
  onChoose(): void;
};

const QueueRow = ({ tag, place, of, labels, isOn, isOutdated, style, onChoose }: QueueRowProps) => (
  <div
    id={idOf(tag.uid)}
    className="rp-row ck-row"
    role="option"
    aria-selected={isOn}
    aria-posinset={place + 1}
    aria-setsize={of}
    style={style}
    onClick={onChoose}
  >
    <TagSign label={tag.label} labels={labels} />
    <span className="grow">
      <span className="vh">{words.says(tag.label)} </span>
      <bdi className="theirs trunc rp-words">{quoteOf(tag)}</bdi>{' '}
      <span className="meta trunc">
        {isOutdated && <span className="rp-outdated">{words.changedSince} · </span>}
        <bdi>{tag.annotator}</bdi>
        {tag.entity !== null && (
          <>
            {' · '}
            <bdi>{tag.entity}</bdi>
          </>
        )}
      </span>
    </span>
  </div>
);

/** Each run of annotations of one article under its title. */
function toRows(shown: readonly Annotation[], titles: ReadonlyMap<string, string> | undefined): Row[] {
  const byArticle = Map.groupBy(
    shown.map((tag, place) => ({ tag, place })),
    ({ tag }) => tag.article,
  );
  return [...byArticle].flatMap(([article, own]): Row[] => [
    { title: titles?.get(article) ?? words.titleGone, n: own.length },
    ...own,
  ]);
}
