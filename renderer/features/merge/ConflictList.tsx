import { useState, type KeyboardEvent } from 'react';
import type { MergeConflict } from '#shared/domain/merge';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import type { PageQuery } from '../../api/queries-merge.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { ConflictRow } from './ConflictRow.tsx';
import { LongList } from './LongList.tsx';
import type { Settled, Settlements } from './merge-choice.ts';

const words = mergeViewMessages.conflicts;
const ROW = 76;
const settledBy: Readonly<Record<string, Settled>> = { ArrowLeft: 'mine', ArrowRight: 'theirs', Enter: 'rule' };

type Props = {
  total: number;
  takesFocus: boolean;
  queryOf(page: number): PageQuery<MergeConflict>;
  /** Undefined where they are of a merge that was done. */
  settled?: Settlements;
  onSettle?(key: string, settled: Settled): void;
  onGone?(): void;
};

/** Conflicts side by side; by keys each is settled, and the next one comes. */
export function ConflictList({ total, takesFocus, queryOf, settled, onSettle, onGone }: Props) {
  const [active, setActive] = useState(0);
  const press = ({ key }: KeyboardEvent, conflict: MergeConflict) => {
    const chosen = settledBy[key];
    if (chosen === undefined || !onSettle) return undefined;
    onSettle(conflict.key, chosen);
    return 'next';
  };
  return (
    <div className="conflicts">
      <div className="conflict conflict-head" aria-hidden="true">
        <span>{words.heads.what}</span>
        <span>
          {words.heads.mine} {onSettle && <Kbd keys="←" />}
        </span>
        <span>
          {words.heads.theirs} {onSettle && <Kbd keys="→" />}
        </span>
      </div>
      <LongList
        id="conflict"
        label={words.list}
        total={total}
        rowHeight={ROW}
        active={active}
        takesFocus={takesFocus}
        queryOf={queryOf}
        toClass={() => 'conflict'}
        renderRow={(conflict) => (
          <ConflictRow
            conflict={conflict}
            {...(settled && { settled: settled.get(conflict.key) ?? null })}
            {...(onSettle && { onSettle: (side) => onSettle(conflict.key, side) })}
          />
        )}
        onActive={setActive}
        onKey={press}
        {...(onGone && { onGone })}
      />
      {onSettle && <Keys />}
    </div>
  );
}

function Keys() {
  return (
    <p className="hint plan-keys">
      <Kbd keys="J" /> <Kbd keys="K" /> {words.keys.move} <Kbd keys="←" /> {words.heads.mine} <Kbd keys="→" />{' '}
      {words.heads.theirs} <Kbd keys="Enter" /> {words.keys.rule}
    </p>
  );
}
