import { useEffect, useEffectEvent, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Difference, DifferenceKind } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import {
  countAll,
  countTaken,
  decide,
  decideKinds,
  isTaken,
  kinds,
  type Decisions,
  type KindCounts,
} from './decisions.ts';
import { DifferenceDetails } from './DifferenceDetails.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { findRow, toPage } from './pages.ts';

type Props = {
  plan: string;
  counts: KindCounts;
  decisions: Decisions;
  onDecide(decisions: Decisions): void;
  onGone(): void;
};

/** More cannot be named in one call. */
const MOST_KEYS = 100_000;

/** Differences, one under the other, each to be taken or left by key, or all of a kind; beside them the one that keys are at. */
export function DifferenceView({ plan, counts, decisions, onDecide, onGone }: Props) {
  const [kind, setKind] = useState<DifferenceKind | 'all'>('all');
  const [active, setActive] = useState(0);
  const shown = kind === 'all' ? kinds : [kind];
  const total = countAll(counts, shown);
  const { data, error } = useQuery({ ...queries.differences(plan, shown, toPage(active)), enabled: total > 0 });
  const at = findRow([toPage(active)], [data?.differences], active);
  const all = useQuery({ ...queries.differences(plan, kinds, 0), enabled: countAll(counts) > 0 }).data;
  const isGone = hasCode(error, 'plan-gone');
  const askAgain = useEffectEvent(onGone);
  useEffect(() => {
    if (isGone) askAgain();
  }, [isGone]);

  if (countAll(counts) === 0) return <Empty title={words.noDifference}>{words.noDifferenceHint}</Empty>;
  const taken = countTaken(decisions, counts, shown);
  const decideAll = (isOn: boolean) => onDecide(decideKinds(decisions, shown, isOn));
  // single ones are told from all others by key, and those that are not listed have none
  const isWhole = (all?.isWhole ?? true) && countAll(counts) <= MOST_KEYS;
  return (
    <>
      <div className="plan-tools">
        <Choice
          label={words.show}
          value={kind}
          options={[
            { value: 'all', name: words.all(countAll(counts)) },
            ...kinds
              .filter((each) => counts[each] > 0)
              .map((each) => ({ value: each, name: words.kind(each, counts[each]) })),
          ]}
          onChoose={(next) => {
            setKind(next);
            setActive(0);
          }}
        />
        <span className="soft tnum" role="status">
          {words.taken(taken, total)}
        </span>
        <span className="grow" />
        <Button size="small" variant="quiet" disabled={taken === total} onClick={() => decideAll(true)}>
          {words.takeAll}
        </Button>
        <Button size="small" variant="quiet" disabled={taken === 0} onClick={() => decideAll(false)}>
          {words.takeNone}
        </Button>
      </div>
      {!isWhole && <p className="hint plan-say">{words.notWhole}</p>}
      {error && !isGone && <Trouble error={error} />}
      <div className="read-back-differences">
        <DifferenceList
          key={kind}
          plan={plan}
          kinds={shown}
          total={total}
          active={active}
          isTaken={(difference) => isTaken(decisions, difference)}
          onActive={setActive}
          {...(isWhole && {
            onDecide: (difference: Difference, isOn: boolean) => onDecide(decide(decisions, difference, isOn)),
          })}
          onAll={() => decideAll(taken < total)}
        />
        {at && (
          <DifferenceDetails
            key={at.key}
            difference={at}
            isTaken={isTaken(decisions, at)}
            {...(isWhole && { onDecide: (isOn: boolean) => onDecide(decide(decisions, at, isOn)) })}
          />
        )}
      </div>
    </>
  );
}
