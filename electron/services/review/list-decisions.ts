import type { Output } from '#shared/api/contract';
import type { Annotation } from '#shared/domain/annotation';
import type { DecisionFilter, DecisionOnWork } from '#shared/domain/decision';
import { AnnotationId, ArticleId, ReviewId, SettlementId } from '#shared/domain/ids';
import type { Relation } from '#shared/domain/relation';
import type { ReadDb } from '../../corpus/connection.ts';
import { listSettledBy, listSettlementComments } from '../../corpus/repositories/adjudication-repository.ts';
import { listByUid } from '../../corpus/repositories/annotation-repository.ts';
import {
  isSettledOver,
  listReviewComments,
  openDecisions,
  type DecisionRow,
} from '../../corpus/repositories/decision-repository.ts';
import { listRelationsByUid } from '../../corpus/repositories/relation-repository.ts';
import { getReview } from '../../corpus/repositories/review-repository.ts';

type Page = { offset: number; limit: number; seenBy: string | null };

/** What others decided on a person's work, and what for; nothing where the person is not known here. */
export function listDecisions(
  db: ReadDb,
  person: string | null,
  filter: DecisionFilter,
  { offset, limit, seenBy }: Page,
): Output<'decisions:list'> {
  if (person === null) return { total: 0, byReason: [], byDecision: [], byChecker: [], items: [] };
  const decisions = openDecisions(db, person, filter, seenBy);
  const rows = decisions.list(offset, limit);
  return {
    total: decisions.count(),
    byReason: decisions.countBy('reason', 'reasons').filter(({ value }) => value !== ''),
    byDecision: decisions.countBy('decision', 'decisions'),
    byChecker: decisions.countBy('by', 'checkers'),
    items: fillIn(db, rows),
  };
}

/** With the annotations and relations that they are about, all read together. */
function fillIn(db: ReadDb, rows: readonly DecisionRow[]): DecisionOnWork[] {
  const standing = new Map(rows.map((row) => [row, listStanding(db, row)]));
  const named = [...rows.flatMap(({ annotation }) => annotation ?? []), ...[...standing.values()].flat()];
  const known = new Map<string, Annotation>(
    listByUid(
      db,
      [...new Set(named)].map((uid) => AnnotationId.parse(uid)),
      null,
    ).map((each) => [each.uid, each]),
  );
  const relations = new Map<string, Relation>(
    listRelationsByUid(
      db,
      rows.flatMap(({ relation }) => relation ?? []),
    ).map((each) => [each.uid, each]),
  );
  return rows.map((row) => {
    const { article, title, at, by, decision, reason, comment, ruleLabel, rule } = row;
    const said = {
      article: ArticleId.parse(article),
      title,
      at,
      by,
      decision,
      reason,
      comment,
      rule: ruleLabel === null || rule === null ? null : { label: ruleLabel, text: rule },
      annotation: row.annotation === null ? null : (known.get(row.annotation) ?? null),
      relation: row.relation === null ? null : (relations.get(row.relation) ?? null),
      stands: standing.get(row)!.flatMap((uid) => known.get(uid) ?? []),
    };
    if (row.kind === 'review')
      return {
        kind: 'review',
        uid: ReviewId.parse(row.uid),
        ...said,
        comments: listReviewComments(db, row.id),
        isOutdated: row.isStale === 1,
      };
    return {
      kind: 'settlement',
      uid: SettlementId.parse(row.uid),
      ...said,
      comments: listSettlementComments(db, row.id),
      isOutdated: isSettledOver(db, row),
    };
  });
}

/** What somebody put in the place of the person's annotation, or added, by uid; nothing where theirs stands, or nothing does. */
function listStanding(db: ReadDb, { kind, uid, decision, made }: DecisionRow): string[] {
  if (kind === 'settlement') return listSettledBy(db, uid);
  if (made !== null) return [made];
  const correction = decision === 'corrected' ? getReview(db, uid).correction : null;
  return correction === null ? [] : [correction];
}
