import { Check } from 'lucide-react';
import type { MergeConflict, MergeSide, MergeValue } from '#shared/domain/merge';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { momentWords, shortQuote } from '#shared/messages/en/ui';
import type { Settled } from './merge-choice.ts';

const words = mergeViewMessages.conflicts;
type Props = {
  conflict: MergeConflict;
  /** Undefined where it is past; null where nobody has settled it yet. */
  settled?: Settled | null;
  onSettle?(side: MergeSide): void;
};

/** One conflict: what it is about, and what each side says, by whom and when. What stands is marked. */
export function ConflictRow({ conflict, settled, onSettle }: Props) {
  const { kind, field, title, quote, taken } = conflict;
  const stands = settled === 'mine' || settled === 'theirs' ? settled : taken;
  const isSure = settled !== null;
  return (
    <>
      <span className="conflict-what">
        <span className="strong">{words.what(kind, field)}</span>
        <span className="hint">
          {words.of(kind)}
          {quote !== '' && (
            <>
              {' '}
              <bdi className="theirs">{shortQuote(quote)}</bdi>
            </>
          )}
        </span>
        <bdi className="hint trunc" title={title}>
          {title}
        </bdi>
        {settled !== undefined && <span className="vh">{words.state(settled)}</span>}
      </span>
      {(['mine', 'theirs'] as const).map((side) => (
        <span
          key={side}
          className={`conflict-side ${stands === side && isSure ? 'is-taken' : ''}`}
          {...(onSettle && { onClick: () => onSettle(side) })}
        >
          <span className="vh">{words.heads[side]}:</span>
          <Said value={conflict[side]} isSpans={field === 'spans'} />
          <span className="hint">
            {stands === side && isSure && <Check className="i i-12 conflict-check" aria-hidden="true" />}
            {momentWords(conflict[side].at)}, <bdi>{conflict[side].annotator}</bdi>
            {taken === side && (
              <span className="conflict-rule" title={settled === undefined ? undefined : words.ruleTitle}>
                {settled === undefined ? words.takenPast : words.rule}
              </span>
            )}
          </span>
        </span>
      ))}
    </>
  );
}

/** Their own words are set as such. */
function Said({ value: { value, isRemoved }, isSpans }: { value: MergeValue; isSpans: boolean }) {
  if (isRemoved) return <span className="conflict-gone">{words.removed}</span>;
  if (value === null) return <span className="soft">{words.empty}</span>;
  return (
    <span className={isSpans ? 'theirs conflict-value' : 'conflict-value'} dir="auto">
      {value}
    </span>
  );
}
