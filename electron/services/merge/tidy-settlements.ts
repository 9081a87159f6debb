import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { listSettledBy } from '../../corpus/repositories/adjudication-repository.ts';
import { listSettled } from '../adjudication/list-settled.ts';
import type { Reckoning } from './reckoning.ts';

/**
 * Where one difference was settled in both copies, each put something else into the settled layer: only what the decision that stands
 * means stays there. It follows from what the rows come to, and so is the same in every copy.
 */
export function tidySettlements(merge: Reckoning): void {
  for (const settlement of listTouched(merge)) {
    const wanted = new Set(listWanted(merge, settlement));
    for (const uid of listStanding(merge, settlement)) {
      if (wanted.has(uid)) continue;
      const record = merge.outcomes.has(uid) ? merge.recordOf(uid) : { ...findRecord(merge.mine, 'annotation', uid)! };
      merge.outcomes.set(uid, { kind: 'annotation', exists: false, record, as: null });
    }
  }
}

/** Settlements that are otherwise, or that put in something that is. */
function listTouched(merge: Reckoning): Set<string> {
  const touched = new Set(merge.adjudicated.keys());
  for (const [uid, { kind }] of merge.outcomes) if (kind === 'settlement') touched.add(uid);
  return touched;
}

function listWanted({ mine, outcomes }: Reckoning, settlement: string): string[] {
  const known = outcomes.get(settlement);
  const record = known ? known.exists && known.record : findRecord(mine, 'settlement', settlement);
  return record ? listSettled(settlement, record as Records['settlement']).map(({ uid }) => uid) : [];
}

function* listStanding(merge: Reckoning, settlement: string): Generator<string> {
  for (const uid of listSettledBy(merge.mine, settlement)) if (!merge.outcomes.has(uid)) yield uid;
  yield* merge.adjudicated.get(settlement) ?? [];
}
