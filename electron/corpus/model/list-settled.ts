import { deriveUid } from '../derive-uid.ts';
import type { Records } from './kinds.ts';

type Made = Pick<Records['settlement'], 'decision' | 'sources'>;
/** What stands in the settled layer because of a settlement: a copy of one of its sources, or (`source` null) something new. */
export type Settled = { uid: string; source: string | null };

/** Both know it by the same uid, whoever settled it in whichever copy of the corpus. */
export function listSettled(settlement: string, { decision, sources }: Made): Settled[] {
  if (decision === 'new') return [{ uid: deriveUid('settled', settlement, 'new'), source: null }];
  return sources
    .filter(({ side }) => decision === side || decision === 'both')
    .map(({ annotation }) => ({ uid: deriveUid('settled', settlement, annotation), source: annotation }));
}
