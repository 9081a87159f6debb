import { useState } from 'react';
import { ArrowRight, Minus, Pencil, Plus } from 'lucide-react';
import { MERGE_LISTED, MergeChangeKind, type MergeChange, type MergePlan } from '#shared/domain/merge';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { shortQuote } from '#shared/messages/en/ui';
import { mergeQueries } from '../../api/queries-merge.ts';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { LongList } from './LongList.tsx';
import { listKinds, type ChangeChoice } from './merge-choice.ts';

const words = mergeViewMessages.changes;
const ROW = 52;
const icons: Readonly<Record<MergeChangeKind, typeof Plus>> = { add: Plus, change: Pencil, remove: Minus };

type Props = {
  plan: MergePlan;
  shown: ChangeChoice;
  takesFocus: boolean;
  onShow(shown: ChangeChoice): void;
  onGone(): void;
};

/** What would come, change or go: all of it, or of one kind and sort. */
export function ChangeList({ plan, shown, takesFocus, onShow, onGone }: Props) {
  const [at, setAt] = useState({ shown, row: 0 });
  const kinds = listKinds(plan.add, plan.change, plan.remove);
  const asked = {
    kinds: shown.kind === null ? kinds : [shown.kind],
    changes: shown.change === null ? [...MergeChangeKind.options] : [shown.change],
  };
  const counts = asked.changes.flatMap((change) => asked.kinds.map((kind) => plan[change][kind] ?? 0));
  const total = counts.reduce((sum, n) => sum + n, 0);
  const listed = counts.reduce((sum, n) => sum + Math.min(n, MERGE_LISTED.changes), 0);
  return (
    <>
      <div className="plan-tools">
        <ChoiceChip
          any={words.anyKind}
          toName={words.kindChip}
          chosen={shown.kind}
          options={kinds.map((kind) => ({ value: kind, word: mergeViewMessages.kind(kind) }))}
          onChoose={(kind) => onShow({ ...shown, kind })}
        />
        <ChoiceChip
          any={words.anyChange}
          toName={words.changeChip}
          chosen={shown.change}
          options={MergeChangeKind.options.map((value) => ({ value, word: words.mark[value] }))}
          onChoose={(change) => onShow({ ...shown, change })}
        />
        {listed < total && <span className="hint">{words.notAll(MERGE_LISTED.changes)}</span>}
      </div>
      {total === 0 && <p className="hint merge-none">{words.none}</p>}
      <LongList
        key={`${plan.plan} ${shown.kind} ${shown.change}`}
        id="merge-change"
        label={words.list}
        total={listed}
        rowHeight={ROW}
        takesFocus={takesFocus}
        active={at.shown === shown ? at.row : 0}
        queryOf={(page) => mergeQueries.changes(plan.plan, asked, page)}
        toClass={() => 'merge-change'}
        renderRow={(change) => <Change change={change} />}
        onActive={(row) => setAt({ shown, row })}
        onGone={onGone}
      />
    </>
  );
}

function Change({ change: { change, kind, title, quote, fields } }: { change: MergeChange }) {
  const Icon = icons[change];
  const told = fields.filter(({ field }) => field !== 'article' && (field !== 'spans' || change === 'change')); // the rest is said above
  return (
    <>
      <span className="merge-change-mark">
        <Icon className="i i-12" aria-hidden="true" />
        {words.mark[change]}
      </span>
      <span className="merge-change-what">
        <span>
          <span className="strong">{words.of(kind)}</span> <bdi className="theirs">{shortQuote(quote)}</bdi>{' '}
          {title !== '' && <bdi className="hint">{title}</bdi>}
        </span>
        {told.length > 0 && (
          <span className="hint merge-change-fields">
            {told.map(({ field, before, after }) => (
              <span key={field}>
                {field === 'merged_into' && after !== null ? (
                  words.oneWith
                ) : (
                  <>
                    {words.field(field)}{' '}
                    {change === 'change' && (
                      <>
                        <bdi>{before === null ? words.nothing : shortQuote(before)}</bdi>{' '}
                        <span className="vh">{words.then}</span>
                        <ArrowRight className="i i-12" aria-hidden="true" />{' '}
                      </>
                    )}
                    <bdi>{shortQuote((change === 'remove' ? before : after) ?? words.nothing)}</bdi>
                  </>
                )}
              </span>
            ))}
          </span>
        )}
      </span>
    </>
  );
}
