import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { numberWords } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { DateField } from '../../ui/DateField.tsx';

/** What the chips and fields choose; the words searched for are beside them. */
export type Choice = Pick<ArticleFilter, 'outlets' | 'from' | 'to' | 'states' | 'labels'>;

type Props = { choice: Choice; onChoose(choice: Choice): void };

/** Which articles are listed: by outlet, date, state, and label that they hold. */
export function LibraryFilters({ choice, onChoose }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const { outlets: [outlet] = [], states: [state] = [], labels: [label] = [] } = choice;
  const set = (changes: { [K in keyof Choice]?: Choice[K] | undefined }) =>
    onChoose(Object.fromEntries(Object.entries({ ...choice, ...changes }).filter(([, value]) => value !== undefined)));
  return (
    <div className="lib-filter">
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
      <ChoiceChip
        any={libraryMessages.anyLabel}
        toName={libraryMessages.labelFilter}
        chosen={label ?? null}
        options={labels.map(({ name }) => ({ value: name, word: name }))}
        onChoose={(name) => set({ labels: name === null ? undefined : [name] })}
      />
      <span className="lib-dates">
        <DateField
          isDate={isPartialDate}
          placeholder={libraryMessages.fromPlaceholder}
          hint={libraryMessages.dateHint}
          name={libraryMessages.from}
          value={choice.from}
          onChange={(from) => set({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          isDate={isPartialDate}
          placeholder={libraryMessages.toPlaceholder}
          hint={libraryMessages.dateHint}
          name={libraryMessages.to}
          value={choice.to}
          onChange={(to) => set({ to })}
        />
      </span>
    </div>
  );
}
