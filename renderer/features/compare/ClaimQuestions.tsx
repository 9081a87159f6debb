import { CircleHelp, EqualNot } from 'lucide-react';
import type { ClaimConflict } from '#shared/domain/claim-comparison';
import type { LookedPair, VersionPair } from './claim-pair.ts';

type Props = { conflicts: readonly ClaimConflict[]; pair: LookedPair | null; onChoose(pair: VersionPair): void };

/** Where versions differ, as questions; a press puts the two beside each other. */
export const ClaimQuestions = ({ conflicts, pair, onChoose }: Props) => (
  <ul className="claims-questions">
    {conflicts.map((conflict, n) => (
      <li key={n}>
        <button
          type="button"
          className={conflict.isComparable ? 'claims-question claims-apart' : 'claims-question'}
          aria-pressed={pair?.conflicts.includes(conflict) ?? false}
          dir="auto"
          onClick={() => onChoose({ one: conflict.one, other: conflict.other })}
        >
          {conflict.isComparable ? (
            <EqualNot className="i i-12" aria-hidden="true" />
          ) : (
            <CircleHelp className="i i-12" aria-hidden="true" />
          )}
          {conflict.question}
        </button>
      </li>
    ))}
  </ul>
);
