import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { handOutViewMessages as words } from '#shared/messages/en/hand-out-view';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { numberWords } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';

type Props = {
  filter: ArticleFilter;
  /** How many are meant; undefined while it is not known. */
  count: number | undefined;
  onChoose(filter: ArticleFilter): void;
};

/** Which articles go along. */
export function HandOutArticles({ filter, count, onChoose }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const { outlets: [outlet] = [], states: [state] = [] } = filter;
  const set = (changes: { [K in keyof ArticleFilter]?: ArticleFilter[K] | undefined }) =>
    onChoose(Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined)));
  return (
    <fieldset className="hand-out-articles">
      <legend className="label">{words.articles}</legend>
      <div className="row hand-out-chips">
        <ChoiceChip
          any={libraryMessages.anyOutlet}
          toName={libraryMessages.outletFilter}
          chosen={outlet ?? null}
          options={outlets.map(({ name, articles }) => ({ value: name, word: name, aside: numberWords(articles) }))}
          onChoose={(name) => set({ outlets: name === null ? undefined : [name] })}
        />
        <ChoiceChip
          any={libraryMessages.anyState}
          toName={libraryMessages.stateFilter}
          chosen={state ?? null}
          options={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
          onChoose={(value) => set({ states: value === null ? undefined : [value] })}
        />
        <span className="hand-out-dates">
          <DateField
            isDate={isPartialDate}
            placeholder={libraryMessages.fromPlaceholder}
            hint={libraryMessages.dateHint}
            name={libraryMessages.from}
            value={filter.from}
            onChange={(from) => set({ from })}
          />
          <span aria-hidden="true">–</span>
          <DateField
            isDate={isPartialDate}
            placeholder={libraryMessages.toPlaceholder}
            hint={libraryMessages.dateHint}
            name={libraryMessages.to}
            value={filter.to}
            onChange={(to) => set({ to })}
          />
        </span>
      </div>
      <TextField
        label={words.search}
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={2000}
        value={filter.search ?? ''}
        onChange={({ target }) => set({ search: target.value === '' ? undefined : target.value })}
      />
      <p className="hand-out-count tnum" role="status">
        {count === undefined ? '' : words.count(count)}
      </p>
    </fieldset>
  );
}
