import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import type { SearchSort } from '#shared/domain/search';
import { isPartialDate } from '#shared/domain/partial-date';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { searchMessages as words } from '#shared/messages/en/search';
import { numberWords } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { SearchState } from './search-state.ts';

type Filter = SearchState['filter'];
type Props = { search: SearchState; onChange(changes: Partial<SearchState>): void };

/** In which articles is searched, and which hits come first. */
export function SearchFilters({ search: { filter, sort, mode }, onChange }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const { outlets: [outlet] = [], states: [state] = [], labels: [label] = [] } = filter;
  const set = (changes: { [K in keyof Filter]?: Filter[K] | undefined }) =>
    onChange({
      filter: Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined)),
    });
  const sorts = (['relevance', 'left', 'right'] as const).filter((each) => mode === 'words' || each !== 'relevance');
  return (
    <div className="search-filter">
      <ChoiceChip
        any={libraryMessages.anyOutlet}
        toName={words.outletFilter}
        chosen={outlet ?? null}
        options={outlets.map(({ name, articles }) => ({ value: name, word: name, aside: numberWords(articles) }))}
        onChoose={(name) => set({ outlets: name === null ? undefined : [name] })}
      />
      <ChoiceChip
        any={libraryMessages.anyState}
        toName={words.stateFilter}
        chosen={state ?? null}
        options={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
        onChoose={(value) => set({ states: value === null ? undefined : [value] })}
      />
      <ChoiceChip
        any={libraryMessages.anyLabel}
        toName={words.labelFilter}
        chosen={label ?? null}
        options={labels.map(({ name }) => ({ value: name, word: name }))}
        onChoose={(name) => set({ labels: name === null ? undefined : [name] })}
      />
      <span className="lib-dates">
        <DateField
          isDate={isPartialDate}
          name={words.from}
          placeholder={libraryMessages.fromPlaceholder}
          hint={libraryMessages.dateHint}
          value={filter.from}
          onChange={(from) => set({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          isDate={isPartialDate}
          name={words.to}
          placeholder={libraryMessages.toPlaceholder}
          hint={libraryMessages.dateHint}
          value={filter.to}
          onChange={(to) => set({ to })}
        />
      </span>
      <span className="grow" />
      {mode !== 'annotations' && (
        <ChoiceChip<SearchSort>
          any={words.sorts.newest}
          toName={words.sortName}
          chosen={sort === 'newest' ? null : sort}
          options={sorts.map((value) => ({ value, word: words.sorts[value] }))}
          onChoose={(value) => onChange({ sort: value ?? 'newest' })}
        />
      )}
    </div>
  );
}
