import { Info } from 'lucide-react';
import type { ComparisonCounts } from '#shared/domain/comparison';
import { compareMessages as words } from '#shared/messages/en/compare';
import { Popover } from '../../ui/Popover.tsx';

/** What was counted, whose annotations these are, and what was left out. */
export function CountedNote({ counts, isCheckedOnly }: { counts: ComparisonCounts; isCheckedOnly: boolean }) {
  const sides = ['a', 'b'] as const;
  return (
    <Popover
      label={words.counted}
      trigger={
        <button type="button" className="chip">
          <Info className="i" aria-hidden="true" />
          {words.counted}
        </button>
      }
    >
      <div className="stack counted">
        {sides.map((side) => (
          <p key={side}>{words.countedOf(side, counts[side])}</p>
        ))}
        {sides.map((side) => (
          <p key={side} dir="auto">
            {words.whose(side, counts[side].by)}
          </p>
        ))}
        <p>{isCheckedOnly ? words.isCheckedOnly : words.isNotCheckedOnly}</p>
        <p>{words.leftOut(counts)}</p>
      </div>
    </Popover>
  );
}
