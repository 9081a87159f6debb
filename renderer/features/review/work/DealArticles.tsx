import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import { changeFilter } from '#shared/domain/filter';
import { PartialDate } from '#shared/domain/partial-date';
import type { DealChoice } from '#shared/domain/work';
import { workMessages } from '#shared/messages/en/work';
import { queries } from '../../../api/queries.ts';
import { TextField } from '../../../ui/Field.tsx';
import { CheckBox } from '../../../ui/CheckBox.tsx';

const words = workMessages.deal;
type Props = { deal: DealChoice; onChange(changes: Partial<DealChoice>): void };

/** Which articles are meant. */
export function DealArticles({ deal: { filter, unassignedOnly }, onChange }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const change = (changes: Parameters<typeof changeFilter>[1]) => onChange({ filter: changeFilter(filter, changes) });
  const chosen = filter.outlets ?? [];
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name];
    change({ outlets: next.length === 0 ? undefined : next });
  };
  return (
    <fieldset className="stack rw-set">
      <legend>{words.which}</legend>
      <div className="rw-checks" role="group" aria-label={words.outlets}>
        <CheckBox isOn={chosen.length === 0} onToggle={() => change({ outlets: undefined })}>
          {words.allOutlets}
        </CheckBox>
        {outlets.map(({ uid, name }) => (
          <CheckBox key={uid} isOn={chosen.includes(name)} onToggle={() => toggle(name)}>
            <bdi>{name}</bdi>
          </CheckBox>
        ))}
      </div>
      <div className="rw-row">
        <DayField label={words.from} onDate={(from) => change({ from })} />
        <DayField label={words.to} onDate={(to) => change({ to })} />
        <label className="stack field-stack">
          <span className="label">{words.state}</span>
          <span className="field">
            <select
              value={filter.states?.[0] ?? ''}
              onChange={({ target }) =>
                change({ states: target.value === '' ? undefined : [ArticleState.parse(target.value)] })
              }
            >
              <option value="">{words.anyState}</option>
              {ArticleState.options.map((state) => (
                <option key={state} value={state}>
                  {workMessages.states[state]}
                </option>
              ))}
            </select>
          </span>
        </label>
      </div>
      <TextField
        label={words.search}
        hint={words.searchHint}
        type="search"
        dir="auto"
        value={filter.search ?? ''}
        onChange={({ target }) => change({ search: target.value === '' ? undefined : target.value })}
      />
      <CheckBox isOn={unassignedOnly} onToggle={() => onChange({ unassignedOnly: !unassignedOnly })}>
        {words.unassignedOnly}
      </CheckBox>
    </fieldset>
  );
}

/** A date as exactly as it is known; what is no date yet chooses nothing. */
function DayField({ label, onDate }: { label: string; onDate(date: PartialDate | undefined): void }) {
  const [typed, setTyped] = useState('');
  const isBad = typed !== '' && !PartialDate.safeParse(typed).success;
  return (
    <TextField
      label={label}
      placeholder={words.datePlaceholder}
      title={words.dateHint}
      value={typed}
      isBad={isBad}
      onChange={({ target }) => {
        setTyped(target.value);
        onDate(PartialDate.safeParse(target.value).data);
      }}
    />
  );
}
