import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import { changeFilter } from '#shared/domain/filter';
import type { SearchSort } from '#shared/domain/search';
import { isPartialDate } from '#shared/domain/partial-date';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { searchMessages as words } from '#shared/messages/en/search';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import type { SearchState } from './search-state.ts';

type Props = { search: SearchState; onChange(changes: Partial<SearchState>): void };

/** In which articles is searched, and which hits come first. */
export function SearchFilters({ search: { filter, sort, mode }, onChange }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const sorts = (['relevance', 'left', 'right'] as const).filter((each) => mode === 'words' || each !== 'relevance');
  return (
    <div className="search-filter">
      <FilterChips
        chosen={filter}
        words={{ ...libraryMessages, ...words }}
        outlets={outlets}
        states={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
        isDate={isPartialDate}
        onChange={(changes) => onChange({ filter: changeFilter(filter, changes) })}
      >
        <ChoiceChip
          any={libraryMessages.anyLabel}
          toName={words.labelFilter}
          chosen={filter.labels?.[0] ?? null}
          options={labels.map(({ name }) => ({ value: name, word: name }))}
          onChoose={(name) =>
            onChange({ filter: changeFilter(filter, { labels: name === null ? undefined : [name] }) })
          }
        />
      </FilterChips>
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
