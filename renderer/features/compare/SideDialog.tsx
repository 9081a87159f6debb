import { useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArticleState } from '#shared/domain/article';
import type { SideName } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { isPartialDate } from '#shared/domain/partial-date';
import { compareMessages, sideWords } from '#shared/messages/en/compare';
import { stateWords } from '#shared/messages/en/library';
import { printFilter } from '#shared/text/filter-text';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { CheckList } from './CheckList.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { SideEntities } from './SideEntities.tsx';
import { SideOutlets } from './SideOutlets.tsx';
import { cleanFilter, type FilterChanges } from './side-filter.ts';

type Props = { side: SideName; filter: ArticleFilter; onApply(filter: ArticleFilter): void; onClose(): void };

const { dialog: words } = compareMessages;
/** So long words that are being typed have to stand still before the corpus is asked how many articles they mean. */
const SETTLE_MS = 200;

/** Which articles a side is. */
export function SideDialog({ side, filter: before, onApply, onClose }: Props) {
  const finder = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<ArticleFilter>(before);
  const [dates, setDates] = useState({ from: before.from ?? '', to: before.to ?? '' });
  const isBad = (end: 'from' | 'to') => dates[end].trim() !== '' && !isPartialDate(dates[end].trim());
  const change = (changes: FilterChanges) => setDraft((now) => cleanFilter({ ...now, ...changes }));
  const set = (filter: ArticleFilter) => {
    setDraft(filter);
    setDates({ from: filter.from ?? '', to: filter.to ?? '' });
  };
  const wanted = useDebounced(draft, SETTLE_MS);
  const groups = useQuery({ ...queries.articleGroups(wanted), placeholderData: keepPreviousData });
  const total = groups.data?.total;
  const { name, rest } = sideWords(draft);

  return (
    <Dialog
      title={compareMessages.side(side)}
      aside={<bdi className="trunc">{[name ?? compareMessages.all, ...rest].join(', ')}</bdi>}
      size="large"
      initialFocus={finder}
      onClose={onClose}
      footer={
        <>
          <span className="tnum" role="status">
            {total !== undefined && words.total(total)}
          </span>
          <span className="hint trunc grow">
            {words.asText}: <code className="code">{printFilter(draft) || words.everything}</code>
          </span>
          <Button onClick={() => set({})}>{words.clear}</Button>
          <Button variant="primary" disabled={isBad('from') || isBad('to')} onClick={() => onApply(draft)}>
            {words.apply}
          </Button>
        </>
      }
    >
      <div className="side-dialog">
        <div className="stack">
          <SideOutlets finder={finder} chosen={draft.outlets ?? []} onChoose={(outlets) => change({ outlets })} />
        </div>
        <div className="stack form">
          <div className="side-dates">
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                label={words[end]}
                placeholder="2019-01"
                className="tnum"
                autoComplete="off"
                value={dates[end]}
                isBad={isBad(end)}
                {...(isBad(end) && { hint: words.dateBad })}
                onChange={({ target }) => {
                  setDates((now) => ({ ...now, [end]: target.value }));
                  const date = target.value.trim();
                  change({ [end]: isPartialDate(date) ? date : undefined });
                }}
              />
            ))}
          </div>
          <TextField
            label={words.search}
            hint={words.searchHint}
            dir="auto"
            maxLength={2000}
            autoComplete="off"
            value={draft.search ?? ''}
            onChange={({ target }) => change({ search: target.value === '' ? undefined : target.value })}
          />
          {groups.error && <Trouble error={groups.error} />}
          <SideEntities chosen={draft.entities ?? []} onChoose={(entities) => change({ entities })} />
          <CheckList
            legend={words.states}
            options={ArticleState.options.map((value) => ({ value, name: stateWords[value] }))}
            chosen={draft.states ?? []}
            onChoose={(states) => change({ states: states as ArticleState[] })}
          />
        </div>
        <SavedFilters draft={draft} onUse={set} />
      </div>
    </Dialog>
  );
}
