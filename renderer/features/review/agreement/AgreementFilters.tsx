import { useQuery } from '@tanstack/react-query';
import type { Agreement } from '#shared/domain/agreement';
import { ArticleState } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { queries } from '../../../api/queries.ts';
import { ChoiceChip } from '../../../ui/ChoiceChip.tsx';
import { DateField } from '../../../ui/DateField.tsx';

type Props = {
  filter: ArticleFilter;
  /** All who could be compared. */
  known: Agreement['coders'];
  /** By name; null: all. */
  coders: readonly string[] | null;
  onFilter(filter: ArticleFilter): void;
  onCoders(coders: string[] | null): void;
};

/** Whose work is held against each other's, and in which articles. */
export function AgreementFilters({ filter, known, coders, onFilter, onCoders }: Props) {
  const outlets = (useQuery(queries.outlets()).data ?? []).filter(({ articles }) => articles > 0);
  const set = <K extends keyof ArticleFilter>(part: K, value: ArticleFilter[K] | undefined) => {
    const next = { ...filter };
    delete next[part];
    onFilter(value === undefined ? next : { ...next, [part]: value });
  };
  return (
    <div className="row ra-filters" role="group" aria-label={words.filters}>
      {known.length > 2 && <People known={known} coders={coders} onCoders={onCoders} />}
      <ChoiceChip
        any={words.outlet.any}
        toName={words.outlet.name}
        chosen={filter.outlets?.[0] ?? null}
        options={outlets.map(({ name }) => ({ value: name, word: name }))}
        onChoose={(outlet) => set('outlets', outlet === null ? undefined : [outlet])}
      />
      <ChoiceChip
        any={words.state.any}
        toName={words.state.name}
        chosen={filter.states?.[0] ?? null}
        options={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
        onChoose={(state) => set('states', state === null ? undefined : [state])}
      />
      <span className="lib-dates">
        {(['from', 'to'] as const).map((end) => (
          <DateField
            key={end}
            name={words[end]}
            placeholder={libraryMessages[`${end}Placeholder`]}
            hint={libraryMessages.dateHint}
            value={filter[end]}
            isDate={isPartialDate}
            onChange={(date) => set(end, date)}
          />
        ))}
      </span>
    </div>
  );
}

function People({ known, coders, onCoders }: Pick<Props, 'known' | 'coders' | 'onCoders'>) {
  const isOn = (name: string) => coders === null || coders.includes(name);
  const on = known.filter(({ name }) => isOn(name));
  const toggle = (name: string) => {
    const after = known.filter((each) => (each.name === name ? !isOn(name) : isOn(each.name)));
    if (after.length >= 2) onCoders(after.length === known.length ? null : after.map((each) => each.name));
  };
  return (
    <span className="row" role="group" aria-label={words.people}>
      {known.map(({ uid, name, finished }) => {
        const isNeeded = on.length === 2 && isOn(name);
        return (
          <button
            key={uid}
            type="button"
            className={isOn(name) ? 'chip chip-on' : 'chip'}
            aria-pressed={isOn(name)}
            aria-disabled={isNeeded}
            title={isNeeded ? words.twoAtLeast : words.finished(name, finished)}
            onClick={() => toggle(name)}
          >
            <bdi className="trunc">{name}</bdi>
          </button>
        );
      })}
    </span>
  );
}
