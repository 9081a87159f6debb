import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import { changeFilter, type ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { handOutViewMessages as words } from '#shared/messages/en/hand-out-view';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { queries } from '../../api/queries.ts';
import { TextField } from '../../ui/Field.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';

type Props = {
  filter: ArticleFilter;
  /** How many are meant; undefined while it is not known. */
  count: number | undefined;
  onChoose(filter: ArticleFilter): void;
};

/** Which articles go along. */
export function HandOutArticles({ filter, count, onChoose }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  return (
    <fieldset className="hand-out-articles">
      <legend className="label">{words.articles}</legend>
      <div className="row hand-out-chips">
        <FilterChips
          chosen={filter}
          words={libraryMessages}
          outlets={outlets}
          states={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
          isDate={isPartialDate}
          onChange={(changes) => onChoose(changeFilter(filter, changes))}
        />
      </div>
      <TextField
        label={words.search}
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={2000}
        value={filter.search ?? ''}
        onChange={({ target }) =>
          onChoose(changeFilter(filter, { search: target.value === '' ? undefined : target.value }))
        }
      />
      <p className="hand-out-count tnum" role="status">
        {count === undefined ? '' : words.count(count)}
      </p>
    </fieldset>
  );
}
