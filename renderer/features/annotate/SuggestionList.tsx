import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Label } from '#shared/domain/codebook';
import { confidenceWords, explainSuggestion, suggestionMessages as words } from '#shared/messages/en/suggestions';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { Empty } from '../../ui/Empty.tsx';
import { drawWith } from '../../ui/draw-with.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { Sign } from '../../ui/Sign.tsx';
import { wordsOf, type Suggested } from './use-suggestions.ts';

type Sort = keyof typeof words.sorts;

const sorts = (['place', 'confidence'] as const).map((value) => ({ value, name: words.sorts[value] }));
const ROW = 28;
const FIRST_ROWS = 24;
const idOf = (row: number) => `suggested-${row}`;

type Props = { suggested: Suggested; labels: Label[] };

/** All suggestions for the article; Enter or a click brings one into focus, and what takes and dismisses it does so here too. */
export function SuggestionList({ suggested, labels }: Props) {
  const { all, isShown, isLoading, error, goTo, toggle, take, dismiss } = suggested;
  const keys = useCommandKeys();
  const [sort, setSort] = useState<Sort>('place');
  const [reached, setReached] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const byName = useMemo(() => new Map(labels.map((label) => [label.name, label])), [labels]);
  const rows = useMemo(
    () => (sort === 'place' ? all : all.toSorted((a, b) => b.confidence - a.confidence)), // they come in reading order
    [all, sort],
  );
  const active = Math.min(reached, rows.length - 1); // there are fewer after some were taken
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 0, height: FIRST_ROWS * ROW },
    rangeExtractor: drawWith(active),
  });
  const sortBy = (chosen: Sort) => {
    setSort(chosen);
    setReached(0);
  };
  /** Whether it is a letter that takes or dismisses; then the row that comes up is the next. */
  const decideByLetter = (event: KeyboardEvent): boolean => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const letter = isPlain ? letterOfKey(event) : undefined;
    const decide = letter === keys.take ? take : letter === keys.dismiss ? dismiss : null;
    if (letter === undefined || !decide) return false;
    if (!event.repeat) decide([rows[active]!]);
    return true;
  };
  const press = (event: KeyboardEvent) => {
    const viewHeight = scroller.current?.clientHeight ?? ROW;
    const target = findRowForKey(event.key, { active, count: rows.length, rowHeight: ROW, viewHeight });
    if (target !== undefined) {
      setReached(target);
      virtual.scrollToIndex(target);
    } else if (event.key === 'Enter') goTo(rows[active]!);
    else if (!decideByLetter(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (!isShown)
    return (
      <Empty title={words.hiddenTitle}>
        <Button onClick={toggle}>{words.show}</Button>
      </Empty>
    );
  if (all.length === 0) {
    const title = isLoading ? words.loading : (error?.message ?? words.emptyTitle);
    return (
      <>
        <Empty title={title}>{!isLoading && !error && words.empty}</Empty>
        <Restore suggested={suggested} />
      </>
    );
  }
  return (
    <>
      <div className="insp-tools">
        <Choice<Sort> label={words.sort} value={sort} options={sorts} onChoose={sortBy} />
      </div>
      <div
        ref={scroller}
        className="pane-scroll listed suggested"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={idOf(active)}
        tabIndex={0}
        onKeyDown={press}
      >
        <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const suggestion = rows[index]!;
            const label = byName.get(suggestion.label);
            return (
              <div
                key={suggestion.id}
                id={idOf(index)}
                className={`item insp-row virtual-row ${index === active ? 'is-active' : ''}`}
                role="option"
                aria-selected={index === active}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                title={explainSuggestion(suggestion)}
                style={{ top: start }}
                onClick={() => {
                  setReached(index);
                  goTo(suggestion);
                }}
              >
                {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
                <span className="vh">{suggestion.label}: </span>
                <bdi className="quote trunc grow">{wordsOf(suggestion)}</bdi>
                <span className="muted sure">{confidenceWords(suggestion.confidence)}</span>
              </div>
            );
          })}
        </div>
      </div>
      <Restore suggested={suggested} />
    </>
  );
}

/** What the person has dismissed here can be proposed again. */
function Restore({ suggested: { article, restore } }: { suggested: Suggested }) {
  const dismissed = useQuery(queries.dismissed(article)).data?.dismissed ?? [];
  if (dismissed.length === 0) return null;
  return (
    <section className="sec">
      <Button onClick={() => restore(dismissed.map(({ id }) => id))}>{words.restore(dismissed.length)}</Button>
    </section>
  );
}
