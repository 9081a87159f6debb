import { ExpectedError } from '#shared/errors';
import { MERGE_LISTED, type MergeChange, type MergeChangeKind, type MergeConflict } from '#shared/domain/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { createPacer, type Job } from '../job.ts';
import { Describer, inReadingOrder } from './describe-conflicts.ts';
import type { Outcomes } from './outcomes.ts';
import type { Effect } from './reckoning.ts';

/** The newest plan of a corpus, for its lists. */
type Kept = {
  plan: string;
  conflicts: MergeConflict[];
  conflictCount: number;
  changes: MergeChange[];
  counts: Map<string, number>;
};
const kept = new WeakMap<ReadDb, Kept>();

const keyOf = ({ change, kind }: Pick<MergeChange, 'change' | 'kind'>) => `${change} ${kind}`;
const SORTS = { insert: 'add', show: 'add', update: 'change', delete: 'remove' } as const satisfies Record<
  Effect['op'],
  MergeChangeKind
>;

/** Keeps what a merge would do for its lists. Errors: cancelled. */
export async function keepPlan(
  db: ReadDb,
  { plan, outcomes, other, effects }: { plan: string; outcomes: Outcomes; other: Corpus; effects: readonly Effect[] },
  job: Job,
): Promise<void> {
  const breathe = createPacer(job);
  const describer = new Describer(outcomes, other.read);
  const conflicts: MergeConflict[] = [];
  for (const conflict of outcomes.conflicts.slice(0, MERGE_LISTED.conflicts)) {
    conflicts.push(describer.toConflict(conflict));
    await breathe();
  }
  const changes: MergeChange[] = [];
  const counts = new Map<string, number>();
  for (const effect of effects) {
    const key = keyOf({ change: SORTS[effect.op], kind: effect.kind });
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= MERGE_LISTED.changes) changes.push(describer.toChange(effect));
    await breathe();
  }
  const conflictCount = outcomes.conflicts.length;
  kept.set(db, { plan, conflicts: conflicts.sort(inReadingOrder), conflictCount, changes, counts });
}

type Page = { plan: string; offset: number; limit: number };

/** Errors: plan-gone. */
function getKept(db: ReadDb, plan: string): Kept {
  const found = kept.get(db);
  if (found?.plan !== plan) throw new ExpectedError('plan-gone');
  return found;
}

/** Errors: plan-gone. */
export function pageConflicts(db: ReadDb, { plan, offset, limit }: Page) {
  const { conflicts, conflictCount: total } = getKept(db, plan);
  return { total, isWhole: conflicts.length === total, conflicts: conflicts.slice(offset, offset + limit) };
}

/** Errors: plan-gone. */
export function pageChanges(
  db: ReadDb,
  {
    plan,
    kinds,
    changes: sorts,
    offset,
    limit,
  }: Page & { kinds: readonly string[]; changes: readonly MergeChangeKind[] },
) {
  const { changes, counts } = getKept(db, plan);
  const isMeant = ({ change, kind }: Pick<MergeChange, 'change' | 'kind'>) =>
    sorts.includes(change) && (kinds.length === 0 || kinds.includes(kind));
  const meant = changes.filter(isMeant);
  const total = [...counts].reduce((sum, [key, count]) => {
    const [change, kind] = key.split(' ') as [MergeChangeKind, string];
    return isMeant({ change, kind }) ? sum + count : sum;
  }, 0);
  return { total, isWhole: meant.length === total, changes: meant.slice(offset, offset + limit) };
}
