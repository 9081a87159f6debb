import { memo, type CSSProperties, type Ref } from 'react';
import type { ArticleSummary } from '#shared/domain/article';
import type { Label } from '#shared/domain/codebook';
import { libraryMessages, stateSteps, stateWords } from '#shared/messages/en/library';
import { dateWords, labelWords, numberWords } from '#shared/messages/en/ui';
import { Tally } from '../../ui/Tally.tsx';

type Props = {
  article: ArticleSummary;
  labels: Label[];
  isOpen: boolean;
  /** Its place in the list, from 0. */
  place: number;
  count: number;
  onOpenAt(place: number): void;
  id: string;
  style: CSSProperties;
  'data-index': number;
  ref: Ref<HTMLDivElement>;
};

/** As many labels as have room for a number each. */
const MOST_COUNTS = 5;

/** One article: its title in its own direction, date, counts by label and how far the work on it is. */
export const ArticleRow = memo(function ArticleRow({ article, labels, isOpen, place, count, onOpenAt, ...at }: Props) {
  const { title, date, language, state, annotations, byLabel, outlet } = article;
  const counts = labels
    .filter(({ name, retired }) => !retired || name in byLabel)
    .map(({ name }) => ({ name, n: byLabel[name] ?? 0 }));
  const inWords = libraryMessages.counts(counts.map(({ name, n }) => `${numberWords(n)} ${labelWords(name, n)}`));
  return (
    <div
      {...at}
      className="virtual-row art"
      role="option"
      aria-selected={isOpen}
      aria-posinset={place + 1}
      aria-setsize={count}
      onClick={() => onOpenAt(place)}
    >
      <span className="theirs" dir="auto" lang={language ?? undefined}>
        {title === '' ? libraryMessages.untitled : title}
      </span>
      <span className="meta">
        <span className="vh">{outlet ?? libraryMessages.outletUnknown}, </span>
        {date !== null && dateWords(date)}
        <span className="end">
          {annotations === 0 ? (
            <span>{libraryMessages.noTags}</span>
          ) : (
            <span title={inWords}>
              <span aria-hidden="true">
                {counts.length > MOST_COUNTS
                  ? libraryMessages.tags(annotations)
                  : counts.map(({ n }) => numberWords(n)).join(' · ')}
              </span>
              <span className="vh">{inWords}</span>
            </span>
          )}
          <Tally done={stateSteps[state]} name={stateWords[state]} />
        </span>
      </span>
    </div>
  );
});
