import { ExpectedError } from '#shared/errors';
import { dependentWords } from '#shared/messages/en/reviews';
import type { ReadDb } from '../corpus/connection.ts';
import type { KindName } from '../corpus/model/kinds.ts';
import { findRecord, listReferrers } from '../corpus/model/rows.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import type { StepWriter } from './write-step.ts';

type Row = { kind: KindName; uid: string };

/**
 * Removes what stands on an annotation, so that it can be removed in the same step: relations to and from it, its places
 * on event cards, reviews with what was said about them, and corrections.
 *
 * Errors: annotation-in-use, where some of that is other people's, unless `together` is set.
 */
export const removeDependents = (step: StepWriter, annotation: string, annotator: string, together: boolean): void =>
  removeStandingOn(step, { kind: 'annotation', uid: annotation }, annotator, together);

/** Removes rows that stand on this one, which itself stays. Errors: annotation-in-use. */
export function removeStandingOn(step: StepWriter, row: Row, annotator: string, together: boolean): void {
  const dependents = listStandingOn(step.db, row);
  const others = together ? [] : dependents.filter((each) => (whose(step.db, each) ?? annotator) !== annotator);
  if (others.length > 0) throw new ExpectedError('annotation-in-use', { by: describe(step.db, others) });
  for (const { kind, uid } of dependents) step.remove(kind, uid);
}

/** Rows that name this one, and those that name them in turn, each before the ones that it names. */
function listStandingOn(db: ReadDb, row: Row): Row[] {
  const found = new Map<string, Row>();
  const visit = (each: Row): void => {
    for (const referrer of listReferrers(db, each.kind, each.uid)) if (!found.has(referrer.uid)) visit(referrer);
    found.set(each.uid, each);
  };
  visit(row);
  return [...found.values()].filter(({ uid }) => uid !== row.uid);
}

/** Event cards are everybody's; all else that stands on an annotation is somebody's. */
function whose(db: ReadDb, { kind, uid }: Row): string | undefined {
  const record = findRecord(db, kind, uid);
  return record && 'annotator' in record ? record.annotator : undefined;
}

function describe(db: ReadDb, rows: Row[]): string {
  const words = rows.map((row) => {
    const uid = whose(db, row)!;
    return dependentWords(row.kind, findAnnotatorByUid(db, uid)?.name ?? uid);
  });
  return [...new Set(words)].join('; ');
}
