import type { Records } from '../../corpus/model/kinds.ts';
import { listSettled } from '../../corpus/model/list-settled.ts';
import { listSettledBy } from '../../corpus/repositories/adjudication-repository.ts';
import { takeOut, type Reckoning } from './reckoning.ts';

/**
 * Where one difference was settled in both copies, each put something else into the settled layer: only what the decision that stands
 * means stays there. It follows from what the rows come to, and so is the same in every copy.
 */
export function tidySettlements(merge: Reckoning): void {
  for (const settlement of listTouched(merge)) {
    const record = findSettlement(merge, settlement);
    if (!record) continue;
    const wanted = new Set(listSettled(settlement, record).map(({ uid }) => uid));
    for (const uid of listStanding(merge, settlement)) if (!wanted.has(uid)) takeOut(merge, uid);
  }
}

/** Settlements that are otherwise, or that put in something that is. */
function listTouched(merge: Reckoning): Set<string> {
  const touched = new Set(merge.settledBy.keys());
  for (const [uid, { kind }] of merge.outcomes) if (kind === 'settlement') touched.add(uid);
  return touched;
}

/** As it was decided last, also where that was taken away: who did so left in the layer what was to stay there. */
const findSettlement = (merge: Reckoning, uid: string): Records['settlement'] | undefined =>
  (merge.outcomes.get(uid)?.record ?? merge.stateOf(uid, 'settlement')?.record) as Records['settlement'] | undefined;

function* listStanding(merge: Reckoning, settlement: string): Generator<string> {
  for (const uid of listSettledBy(merge.mine, settlement)) if (!merge.outcomes.has(uid)) yield uid;
  yield* merge.settledBy.get(settlement) ?? [];
}
