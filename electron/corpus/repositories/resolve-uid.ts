import { ExpectedError } from '#shared/errors';
import { AnnotationId, ArticleId, ClusterId, RelationId, ReviewId, RuleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { listTargetsInJournal } from '../journal/read-rows.ts';
import { getStep, listStepsBeginning, type StepRow } from '../journal/steps.ts';
import { isSeen } from '../model/rows.ts';

type Named = 'article' | 'annotation' | 'relation' | 'cluster' | 'review' | 'propagation_rule';
const withoutBatch: readonly Named[] = ['cluster', 'review', 'propagation_rule'];

/** Uids of seen rows that begin so, ten at most. Source: the unique index on `uid`. */
const listBeginning = (db: ReadDb, table: Named, ref: string): string[] =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT t.uid FROM ${table} t WHERE t.uid >= ? AND t.uid < ? || 'g'
       ${withoutBatch.includes(table) ? '' : `AND ${isSeen('t')}`} LIMIT 10`,
  )
    .all(ref, ref)
    .map(({ uid }) => uid);

/** The one that is meant, or undefined. Errors: uid-ambiguous. */
function pickOne(ref: string, uids: string[]): string | undefined {
  if (uids.length > 1) throw new ExpectedError('uid-ambiguous', { uid: ref, count: uids.length });
  return uids[0];
}

/** The article that is meant by its uid or the beginning of it. Errors: article-unknown, uid-ambiguous. */
export function resolveArticle(db: ReadDb, ref: string): ArticleId {
  const uid = pickOne(ref, listBeginning(db, 'article', ref));
  if (uid === undefined) throw new ExpectedError('article-unknown', { article: ref });
  return ArticleId.parse(uid);
}

/** The annotation that is meant by its uid or the beginning of it. Errors: annotation-unknown, uid-ambiguous. */
export function resolveAnnotation(db: ReadDb, ref: string): AnnotationId {
  const uid = pickOne(ref, listBeginning(db, 'annotation', ref));
  if (uid === undefined) throw new ExpectedError('annotation-unknown', { annotation: ref });
  return AnnotationId.parse(uid);
}

/** Errors: relation-unknown, uid-ambiguous. */
export function resolveRelation(db: ReadDb, ref: string): RelationId {
  const uid = pickOne(ref, listBeginning(db, 'relation', ref));
  if (uid === undefined) throw new ExpectedError('relation-unknown', { relation: ref });
  return RelationId.parse(uid);
}

/** Errors: cluster-unknown, uid-ambiguous. */
export function resolveCluster(db: ReadDb, ref: string): ClusterId {
  const uid = pickOne(ref, listBeginning(db, 'cluster', ref));
  if (uid === undefined) throw new ExpectedError('cluster-unknown', { cluster: ref });
  return ClusterId.parse(uid);
}

/** Errors: review-unknown, uid-ambiguous. */
export function resolveReview(db: ReadDb, ref: string): ReviewId {
  const uid = pickOne(ref, listBeginning(db, 'review', ref));
  if (uid === undefined) throw new ExpectedError('review-unknown', { review: ref });
  return ReviewId.parse(uid);
}

/** Errors: rule-unknown, uid-ambiguous. */
export function resolveRule(db: ReadDb, ref: string): RuleId {
  const uid = pickOne(ref, listBeginning(db, 'propagation_rule', ref));
  if (uid === undefined) throw new ExpectedError('rule-unknown', { rule: ref });
  return RuleId.parse(uid);
}

/** As `resolveAnnotation`, but one that was removed is known too: it has a history. */
export function resolveAnnotationInJournal(db: ReadDb, ref: string): AnnotationId {
  const uid = pickOne(ref, listTargetsInJournal(db, ref, 'annotation'));
  if (uid === undefined) throw new ExpectedError('annotation-unknown', { annotation: ref });
  return AnnotationId.parse(uid);
}

/** Any row that the journal knows; one that it does not know has no history. Errors: uid-ambiguous. */
export const resolveTarget = (db: ReadDb, ref: string): string =>
  pickOne(ref, listTargetsInJournal(db, ref, null)) ?? ref;

/** The step that is meant by its uid or the beginning of it. Errors: step-unknown, uid-ambiguous. */
export function resolveStep(db: ReadDb, ref: string): StepRow {
  const steps = listStepsBeginning(db, ref);
  const uid = pickOne(
    ref,
    steps.map((step) => step.uid),
  );
  if (uid === undefined) throw new ExpectedError('step-unknown', { step: ref });
  return getStep(db, steps[0]!.id);
}
