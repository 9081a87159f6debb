import { ExpectedError } from '#shared/errors';
import { StepId } from '#shared/domain/ids';
import type { PastMerge } from '#shared/domain/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { parseMerged } from '../../corpus/journal/merges.ts';
import { listOwnMerges } from '../../corpus/repositories/merge-repository.ts';
import { findAnnotatorByUid } from '../../corpus/repositories/annotator-repository.ts';

/** The merges that were done in this file, newest first. */
export const listMerges = (db: ReadDb): PastMerge[] =>
  listOwnMerges(db).flatMap(({ step, annotator, at, takenBack, payload }) => {
    const merged = parseMerged(payload);
    if (!merged) return [];
    const { file, people, steps, conflictCount } = merged;
    const name = findAnnotatorByUid(db, annotator)?.name ?? annotator;
    return [
      {
        step: StepId.parse(step),
        at,
        annotator: name,
        isStanding: takenBack === 0,
        file,
        people,
        steps,
        conflictCount,
      },
    ];
  });

/** What both had changed when a merge was done, and what it took. Errors: step-unknown. */
export function pagePastConflicts(
  db: ReadDb,
  { step, offset, limit }: { step: string; offset: number; limit: number },
) {
  const merge = listOwnMerges(db).find((each) => each.step === step);
  const merged = parseMerged(merge?.payload ?? null);
  if (!merged) throw new ExpectedError('step-unknown', { step });
  const { conflicts, conflictCount: total } = merged;
  return { total, isWhole: conflicts.length === total, conflicts: conflicts.slice(offset, offset + limit) };
}
