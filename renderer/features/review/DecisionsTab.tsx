import { useEffect, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { DecisionFilter } from '#shared/domain/decision';
import { decisionsMessages as words } from '#shared/messages/en/decisions';
import { numberWords, uiMessages } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { DecisionDetails } from './decisions/DecisionDetails.tsx';
import { DecisionFilters } from './decisions/DecisionFilters.tsx';
import { DecisionRow, idOfRow, keyOf } from './decisions/DecisionRow.tsx';
import { ROW, useDecisionList } from './decisions/use-decision-list.ts';
import { useLastLook } from './decisions/use-last-look.ts';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-decisions.css';

/** What others decided on the work of whoever is at the keyboard, and their answers. */
export function DecisionsTab({ onOpen }: ReviewTabProps) {
  const status = useStatus();
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const [filter, setFilter] = useState<DecisionFilter>({});
  const list = useDecisionList(filter);
  const { data, error, at, total, focused, scroller } = list;
  const isFiltered = Object.keys(filter).length > 0;
  const newest = data && Object.keys(data.filter).length === 0 ? (data.items[0]?.at ?? null) : undefined;
  const lastLook = useLastLook(newest);
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus();
  }, [scroller]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const letter = letterOfKey(event);
    const by = { J: 1, K: -1 }[letter ?? ''];
    const { clientHeight: viewHeight } = event.currentTarget;
    const next = findRowForKey(event.key, { active: at, count: total, rowHeight: ROW, viewHeight });
    if (event.key === 'Enter' || letter === 'C') document.querySelector<HTMLElement>('[data-answer]')?.focus();
    else if (by !== undefined) list.goTo(at + by);
    else if (next !== undefined) list.goTo(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const refilter = (next: DecisionFilter) => {
    setFilter(next);
    list.goTo(0);
  };
  if (status?.annotator === null)
    return (
      <Empty title={words.nobodyTitle}>
        <p>{words.nobody}</p>
      </Empty>
    );
  return (
    <div className="rp dw">
      <section className="pane" aria-label={words.filters} data-region>
        <DecisionFilters filter={filter} labels={labels} data={data} lastLook={lastLook} onFilter={refilter} />
      </section>
      <section className="pane" aria-label={words.list} data-region>
        <div className="pane-head">
          <h2>{words.list}</h2>
          <span className="num">{data && numberWords(total)}</span>
        </div>
        {error && <Trouble error={error} />}
        <div
          ref={scroller}
          className="pane-scroll rp-list"
          role="listbox"
          aria-label={words.list}
          aria-busy={!data}
          aria-activedescendant={focused ? idOfRow(at) : undefined}
          tabIndex={0}
          data-region-start
          onKeyDown={press}
        >
          <div className="virtual" role="presentation" style={{ height: list.height }}>
            {list.rows.map(({ index, start, decision }) => (
              <DecisionRow
                key={index}
                ref={list.measure}
                index={index}
                of={total}
                top={start}
                decision={decision}
                labels={labels}
                isOn={index === at}
                isNew={lastLook !== null && decision !== undefined && decision.at > lastLook}
                onChoose={() => list.goTo(index)}
              />
            ))}
          </div>
        </div>
      </section>
      <section className="pane pane-paper" aria-label={words.details} data-region>
        {focused ? (
          <DecisionDetails
            key={keyOf(focused)}
            decision={focused}
            labels={labels}
            canWrite={status?.mode === 'write'}
            onOpen={onOpen}
            onLeave={() => scroller.current?.focus()}
          />
        ) : (
          data?.total === 0 && (
            <Empty title={isFiltered ? words.noneTitle : words.emptyTitle}>
              <p>{isFiltered ? words.none : words.empty}</p>
              {isFiltered && <Button onClick={() => refilter({})}>{words.showAll}</Button>}
            </Empty>
          )
        )}
        {!data && !error && <Empty title={uiMessages.loading} />}
      </section>
    </div>
  );
}
