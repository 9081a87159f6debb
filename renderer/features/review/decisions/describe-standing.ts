import type { DecisionOnWork } from '#shared/domain/decision';
import { decisionsMessages as words } from '#shared/messages/en/decisions';

/** What a list of tags that came of a decision is called, and what stands in words; null where the tags say it. */
export function describeStanding(decision: DecisionOnWork): { name: string; said: string | null } {
  const { annotation, relation, stands } = decision;
  const isThere = stands.length > 0;
  if (decision.decision === 'missing') return { name: words.added, said: isThere ? null : words.gone };
  if (decision.kind === 'settlement') return { name: words.instead, said: isThere ? null : sayUnsettled(decision) };
  const state = (relation ?? annotation)?.state;
  if (state === 'corrected' && isThere) return { name: words.instead, said: null };
  return { name: isThere ? words.wasInstead : words.instead, said: sayState(state) };
}

function sayUnsettled({ decision }: DecisionOnWork): string {
  if (decision === 'kept') return words.yoursStands;
  return decision === 'unsure' ? words.openStands : words.nothingStands;
}

/** Of what the reviews of an annotation or relation come to: another checker may have decided otherwise than this one. */
function sayState(state: NonNullable<DecisionOnWork['annotation']>['state'] | undefined): string {
  switch (state) {
    case 'accepted':
      return words.yoursStands;
    case 'unsure':
      return words.openStands;
    case 'unchecked':
      return words.againStands;
    case 'rejected':
    case 'corrected':
    case undefined:
      return words.nothingStands;
  }
}
