import { useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Label } from '#shared/domain/codebook';
import { confidenceWords, explainSuggestion, suggestionMessages as words } from '#shared/messages/en/suggestions';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { letterOf } from './use-annotations.ts';
import { wordsOf, type Suggested } from './use-suggestions.ts';

type Sort = keyof typeof words.sorts;

const sorts = (['place', 'confidence'] as const).map((value) => ({ value, name: words.sorts[value] }));
const ROW = 28;
const FIRST_ROWS = 24;

type Props = { suggested: Suggested; labels: Label[] };

/** All suggestions for the article; choosing one brings it into focus. */
export function SuggestionList({ suggested, labels }: Props) {
  const { all, isShown, isLoading, error, goTo, toggle } = suggested;
  const [sort, setSort] = useState<Sort>('place');
  const scroller = useRef<HTMLDivElement>(null);
  const byName = useMemo(() => new Map(labels.map((label) => [label.name, label])), [labels]);
  const rows = useMemo(
    () => (sort === 'place' ? all : all.toSorted((a, b) => b.confidence - a.confidence)), // they come in reading order
    [all, sort],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 0, height: FIRST_ROWS * ROW },
  });

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
        <Choice<Sort> label={words.sort} value={sort} options={sorts} onChoose={setSort} />
      </div>
      <div ref={scroller} className="pane-scroll">
        <ul className="virtual" style={{ height: virtual.getTotalSize() }} aria-label={words.list}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const suggestion = rows[index]!;
            const label = byName.get(suggestion.label);
            return (
              <li
                key={suggestion.id}
                className="virtual-row"
                style={{ top: start }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                <button
                  type="button"
                  className="item insp-row"
                  title={explainSuggestion(suggestion)}
                  onClick={() => goTo(suggestion)}
                >
                  {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
                  <span className="vh">{suggestion.label}: </span>
                  <bdi className="quote trunc grow">{wordsOf(suggestion)}</bdi>
                  <span className="muted sure">{confidenceWords(suggestion.confidence)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <Restore suggested={suggested} />
      </div>
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
