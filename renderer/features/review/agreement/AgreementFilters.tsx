import { useQuery } from '@tanstack/react-query';
import type { Agreement } from '#shared/domain/agreement';
import { ArticleState } from '#shared/domain/article';
import { changeFilter, type ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { libraryMessages, stateWords } from '#shared/messages/en/library';
import { queries } from '../../../api/queries.ts';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { ToggleChip } from '../../../ui/ToggleChip.tsx';

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
  return (
    <div className="row ra-filters" role="group" aria-label={words.filters}>
      {known.length > 2 && <People known={known} coders={coders} onCoders={onCoders} />}
      <FilterChips
        chosen={filter}
        words={{ ...libraryMessages, ...words }}
        outlets={outlets}
        states={ArticleState.options.map((value) => ({ value, word: stateWords[value] }))}
        isDate={isPartialDate}
        onChange={(changes) => onFilter(changeFilter(filter, changes))}
      />
    </div>
  );
}

function People({ known, coders, onCoders }: Pick<Props, 'known' | 'coders' | 'onCoders'>) {
  const isOn = (name: string) => coders === null || coders.includes(name);
  const on = known.filter(({ name }) => isOn(name));
  const toggle = (name: string) => {
    const after = known.filter((each) => (each.name === name ? !isOn(name) : isOn(each.name)));
    onCoders(after.length === known.length ? null : after.map((each) => each.name));
  };
  return (
    <span className="row ra-people" role="group" aria-label={words.people}>
      {known.map(({ uid, name, finished }) => {
        const isNeeded = on.length === 2 && isOn(name);
        return (
          <ToggleChip
            key={uid}
            isOn={isOn(name)}
            isHeld={isNeeded}
            hint={isNeeded ? words.twoAtLeast : words.finished(name, finished)}
            onToggle={() => toggle(name)}
          >
            <bdi className="trunc">{name}</bdi>
          </ToggleChip>
        );
      })}
    </span>
  );
}
