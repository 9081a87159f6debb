import { useQuery } from '@tanstack/react-query';
import { searchMessages as words } from '#shared/messages/en/search';
import { queries } from '../../api/queries.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import type { SearchState } from './search-state.ts';

type Props = { search: SearchState; onChange(changes: Partial<SearchState>): void };

/** What annotations that are looked for say: a value of an attribute, or what one outlet alone has. */
export function AnnotationConditions({ search: { attribute, value, onlyIn }, onChange }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const names = labels.flatMap(({ attributes }) =>
    attributes.flatMap(({ name, fields }) => [name, ...fields.map((field) => `${name}.${field.name}`)]),
  );
  return (
    <div className="search-filter" role="group" aria-label={words.conditions}>
      <ChoiceChip
        any={words.anyAttribute}
        toName={words.attributeName}
        chosen={attribute}
        options={[...new Set(names)].map((name) => ({ value: name, word: name }))}
        onChoose={(chosen) => onChange({ attribute: chosen })}
      />
      <input
        className="lib-date search-value"
        dir="auto"
        aria-label={words.value}
        placeholder={words.value}
        disabled={attribute === null}
        value={value}
        onChange={({ target }) => onChange({ value: target.value })}
      />
      <ChoiceChip
        any={words.anyOutletsWord}
        toName={words.onlyInName}
        chosen={onlyIn}
        options={outlets.map(({ name }) => ({ value: name, word: words.onlyIn(name) }))}
        onChoose={(chosen) => onChange({ onlyIn: chosen })}
      />
    </div>
  );
}
