import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import { changeFilter, type ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';

/** What the chips and fields choose; the words searched for are beside them. */
export type Choice = Pick<ArticleFilter, 'outlets' | 'from' | 'to' | 'states' | 'labels'>;

type Props = { choice: Choice; onChoose(choice: Choice): void };

/** Which articles are listed: by outlet, date, state, and label that they hold. */
export function LibraryFilters({ choice, onChoose }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  return (
    <div className="lib-filter">
      <FilterChips
        chosen={choice}
        words={libraryMessages}
        outlets={outlets}
        states={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
        isDate={isPartialDate}
        onChange={(changes) => onChoose(changeFilter(choice, changes))}
      >
        <ChoiceChip
          any={libraryMessages.anyLabel}
          toName={libraryMessages.labelFilter}
          chosen={choice.labels?.[0] ?? null}
          options={labels.map(({ name }) => ({ value: name, word: name }))}
          onChoose={(name) => onChoose(changeFilter(choice, { labels: name === null ? undefined : [name] }))}
        />
      </FilterChips>
    </div>
  );
}
