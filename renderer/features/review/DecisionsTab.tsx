import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { DecisionFilter, DecisionOnWork } from '#shared/domain/decision';
import { decisionsMessages as words } from '#shared/messages/en/decisions';
import { numberWords } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { checkQueries } from '../../api/queries-check.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { DecisionDetails } from './decisions/DecisionDetails.tsx';
import { DecisionFilters } from './decisions/DecisionFilters.tsx';
import { DecisionRow, idOfDecision, keyOf } from './decisions/DecisionRow.tsx';
import { useLastLook } from './decisions/use-last-look.ts';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-decisions.css';

/** Decisions that are asked for at first, and more each time. */
const IN_PAGE = 100;
const ROW = 64;
const none: DecisionOnWork[] = [];

/** What others decided on the work of whoever is at the keyboard, and their answers. */
export function DecisionsTab({ onOpen }: ReviewTabProps) {
  const status = useStatus();
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const [filter, setFilter] = useState<DecisionFilter>({});
  const [limit, setLimit] = useState(IN_PAGE);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { data, error } = useQuery(checkQueries.decisions(filter, limit));
  const items = data?.items ?? none;
  const focused = items.find((each) => keyOf(each) === chosen) ?? items[0] ?? null;
  const at = items.findIndex((each) => each === focused);
  const isFiltered = Object.keys(filter).length > 0;
  const lastLook = useLastLook(data !== undefined && !isFiltered ? (items[0]?.at ?? null) : undefined);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  const show = (next: DecisionOnWork | undefined) => {
    if (!next) return;
    setChosen(keyOf(next));
    document.getElementById(idOfDecision(next))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { clientHeight: viewHeight } = event.currentTarget;
    const by = event.ctrlKey || event.metaKey ? undefined : { J: 1, K: -1 }[letterOfKey(event.nativeEvent) ?? ''];
    const next =
      by === undefined
        ? findRowForKey(event.key, { active: at, count: items.length, rowHeight: ROW, viewHeight })
        : at + by;
    if (event.key === 'Enter' || letterOfKey(event.nativeEvent) === 'C')
      document.querySelector<HTMLElement>('[data-answer]')?.focus();
    else if (next !== undefined) show(items[next]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const refilter = (next: DecisionFilter) => {
    setFilter(next);
    setLimit(IN_PAGE);
  };
  if (status?.annotator === null)
    return (
      <Empty title={words.nobodyTitle}>
        <p>{words.nobody}</p>
      </Empty>
    );
  return (
    <div className="dw">
      <section className="pane" aria-label={words.filters} data-region>
        <DecisionFilters filter={filter} labels={labels} data={data} lastLook={lastLook} onFilter={refilter} />
      </section>
      <section className="pane" aria-label={words.list} data-region>
        <div className="pane-head">
          <h2>{words.list}</h2>
          <span className="num">{data && numberWords(data.total)}</span>
        </div>
        {error && <Trouble error={error} />}
        <div
          ref={list}
          className="pane-scroll list dw-list"
          role="listbox"
          aria-label={words.list}
          aria-busy={!data}
          aria-activedescendant={focused ? idOfDecision(focused) : undefined}
          tabIndex={0}
          data-region-start
          onKeyDown={press}
        >
          {items.map((each) => (
            <DecisionRow
              key={keyOf(each)}
              decision={each}
              labels={labels}
              isOn={each === focused}
              isNew={lastLook !== null && each.at > lastLook}
              onChoose={() => show(each)}
            />
          ))}
        </div>
        {data && items.length < data.total && (
          <div className="pane-foot">
            <Button size="small" onClick={() => setLimit(Math.min(1000, limit + IN_PAGE))}>
              {words.more}
            </Button>
          </div>
        )}
      </section>
      <section className="pane pane-paper" aria-label={words.details} data-region>
        {focused ? (
          <DecisionDetails
            key={keyOf(focused)}
            decision={focused}
            labels={labels}
            canWrite={status?.mode === 'write'}
            onOpen={onOpen}
            onLeave={() => list.current?.focus()}
          />
        ) : (
          data && (
            <Empty title={isFiltered ? words.noneTitle : words.emptyTitle}>
              <p>{isFiltered ? words.none : words.empty}</p>
              {isFiltered && <Button onClick={() => refilter({})}>{words.showAll}</Button>}
            </Empty>
          )
        )}
      </section>
    </div>
  );
}
