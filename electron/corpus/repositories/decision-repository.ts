import { decisionsThatAgree, type DecisionFilter, type DecisionKind, type WorkDecision } from '#shared/domain/decision';
import type { ReviewComment } from '#shared/domain/review';
import { statement, type ReadDb } from '../connection.ts';
import { hashContent } from '../model/hash-content.ts';
import { isSeen } from '../model/rows.ts';
import { listBlindIds } from './assignment-repository.ts';
import { toWrittenAt } from './review-repository.ts';

/** `annotation` or `relation`: what was decided on; `made`: what a checker found missing. All by uid. */
export type DecisionRow = {
  kind: DecisionKind;
  id: number;
  uid: string;
  article: string;
  title: string;
  at: string;
  by: string;
  decision: WorkDecision;
  reason: string;
  comment: string;
  ruleLabel: string | null;
  rule: string | null;
  annotation: string | null;
  relation: string | null;
  made: string | null;
  isStale: number;
  content: string | null;
};

/**
 * SQL: what others than person `@person` decided on that person's annotations and relations, or found missing in articles that they
 * tagged. `beyond_id`: the article at the other end of a relation.
 *
 * Complexity: the decisions of everybody else, and the person's relations. Source: indexes `review_by_annotator`,
 * `settlement_by_annotator`, `article_mark_by_annotator`, `relation_by_annotator`.
 */
const DECIDED = `
  SELECT 'review' AS kind, r.id, r.uid, p.name AS by, iif(r.missing = 1, 'missing', r.decision) AS decision, r.reason, r.comment,
    r.rule_label_id, r.rule, n.article_id, n.article_id AS beyond_id, n.label_id, me.id AS person_id,
    iif(r.missing = 1, NULL, n.uid) AS annotation, NULL AS relation, iif(r.missing = 1, n.uid, NULL) AS made,
    r.id IN (SELECT review_id FROM stale_review) AS isStale, NULL AS content
  FROM annotator me CROSS JOIN annotator p ON p.id <> me.id CROSS JOIN review r ON r.annotator_id = p.id
    CROSS JOIN annotation n ON n.id = r.annotation_id
  WHERE me.uid = @person AND ${isSeen('n')} AND (+n.annotator_id = me.id
    OR r.missing = 1 AND n.article_id IN (SELECT m.article_id FROM article_mark m WHERE m.annotator_id = me.id))
  UNION ALL
  SELECT 'review', r.id, r.uid, p.name, r.decision, r.reason, r.comment, r.rule_label_id, r.rule, n.article_id, y.article_id, NULL, me.id,
    NULL, z.uid, NULL, r.id IN (SELECT review_id FROM stale_review), NULL
  FROM annotator me CROSS JOIN relation z ON z.annotator_id = me.id CROSS JOIN review r ON r.relation_id = z.id
    CROSS JOIN annotator p ON p.id = r.annotator_id CROSS JOIN annotation n ON n.id = z.from_annotation_id
    CROSS JOIN annotation y ON y.id = z.to_annotation_id
  WHERE me.uid = @person AND p.id <> me.id AND ${isSeen('z')} AND ${isSeen('n')} AND ${isSeen('y')}
  UNION ALL
  SELECT 'settlement', t.id, t.uid, p.name,
    CASE WHEN t.decision NOT IN ('left', 'right') THEN t.decision WHEN t.decision = s.side THEN 'kept' ELSE 'other' END,
    t.reason, t.comment, t.rule_label_id, t.rule, n.article_id, n.article_id, n.label_id, me.id, n.uid, NULL,
    NULL, 0, t.content
  FROM annotator me CROSS JOIN annotator p ON p.id <> me.id CROSS JOIN settlement t ON t.annotator_id = p.id
    CROSS JOIN settlement_source s ON s.settlement_id = t.id CROSS JOIN annotation n ON n.id = s.annotation_id
  WHERE me.uid = @person AND +n.annotator_id = me.id AND ${isSeen('n')}`;

const conditions: Readonly<Record<keyof DecisionFilter, string>> = {
  kinds: 'd.kind IN (SELECT value FROM json_each(@kinds))',
  decisions: 'd.decision IN (SELECT value FROM json_each(@decisions))',
  reasons: 'd.reason IN (SELECT value FROM json_each(@reasons))',
  labels: 'd.label_id IN (SELECT id FROM label WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(@labels)))',
  checkers: 'd.by IN (SELECT value FROM json_each(@checkers))',
  relations: 'd.relation IS NOT NULL',
  unanswered: `d.decision NOT IN (SELECT value FROM json_each(@agreeing)) AND NOT iif(d.kind = 'review',
    EXISTS (SELECT 1 FROM review_comment c WHERE c.review_id = d.id AND c.annotator_id = d.person_id),
    EXISTS (SELECT 1 FROM settlement_comment c WHERE c.settlement_id = d.id AND c.annotator_id = d.person_id))`,
  outdated: `iif(d.kind = 'review', d.isStale, d.id IN (SELECT value FROM json_each(@outdated)))`,
  since: `${toWrittenAt('d.uid')} > @since`,
};

/** Decisions on a person's work, read once in several ways. `person`: by uid; `seenBy`: whose blind articles are left out. */
export function openDecisions(db: ReadDb, person: string, filter: DecisionFilter, seenBy: string | null) {
  const given = (Object.keys(conditions) as (keyof DecisionFilter)[]).filter(
    (name) => filter[name] !== undefined && filter[name] !== false,
  );
  const values = {
    person,
    blind: JSON.stringify(listBlindIds(db, seenBy)),
    agreeing: JSON.stringify(decisionsThatAgree),
    since: filter.since ?? null,
    ...(filter.outdated && { outdated: JSON.stringify(listOutdatedSettlements(db, person)) }),
    ...Object.fromEntries(
      given.filter((name) => Array.isArray(filter[name])).map((n) => [n, JSON.stringify(filter[n])]),
    ),
  };
  const from = (except?: keyof DecisionFilter) =>
    `FROM (${DECIDED}) d WHERE ${[
      'd.article_id NOT IN (SELECT value FROM json_each(@blind)) AND d.beyond_id NOT IN (SELECT value FROM json_each(@blind))',
      ...given.filter((name) => name !== except).map((name) => conditions[name]),
    ].join(' AND ')}`;
  return {
    count: (): number => statement<[object], number>(db, `SELECT count(*) ${from()}`).pluck().get(values) ?? 0,
    /** How many of each there are, the most first; without the filter's own choice of them. */
    countBy: <T extends string>(column: 'reason' | 'decision' | 'by', except: keyof DecisionFilter) =>
      statement<[object], { value: T; n: number }>(
        db,
        `SELECT d.${column} AS value, count(*) AS n ${from(except)} GROUP BY 1 ORDER BY n DESC, value`,
      ).all(values),
    /** What was decided last first. */
    list: (offset: number, limit: number): DecisionRow[] =>
      statement<[object], DecisionRow>(
        db,
        `SELECT d.kind, d.id, d.uid, a.uid AS article, a.title, d.by, d.decision, d.reason, d.comment, g.name AS ruleLabel, d.rule,
           d.annotation, d.relation, d.made, d.isStale, d.content, d.at
         FROM (SELECT d.*, ${toWrittenAt('d.uid')} AS at ${from()} ORDER BY at DESC, d.uid LIMIT @limit OFFSET @offset) d
           CROSS JOIN article a ON a.id = d.article_id LEFT JOIN label g ON g.id = d.rule_label_id
         ORDER BY d.at DESC, d.uid`,
      ).all({ ...values, offset, limit }),
  };
}

/** Settlements by others, by id, one of whose sources has been changed since; of those that a source of this person's is in. */
function listOutdatedSettlements(db: ReadDb, person: string): number[] {
  const settled = statement<[string], { id: number; content: string }>(
    db,
    `SELECT DISTINCT t.id, t.content FROM annotator me CROSS JOIN annotator p ON p.id <> me.id
       CROSS JOIN settlement t ON t.annotator_id = p.id CROSS JOIN settlement_source s ON s.settlement_id = t.id
       CROSS JOIN annotation n ON n.id = s.annotation_id
     WHERE me.uid = ? AND +n.annotator_id = me.id`,
  ).all(person);
  return settled.filter((each) => isSettledOver(db, each)).map(({ id }) => id);
}

/** Whether what was settled has been changed since. */
export const isSettledOver = (db: ReadDb, { id, content }: { id: number; content: string | null }): boolean =>
  content !== hashContent(db, listSettledSources(db, id));

/** What was said about a review, oldest first. Source: index `review_comment_by_review`. */
export const listReviewComments = (db: ReadDb, review: number): ReviewComment[] =>
  statement<[number], ReviewComment>(
    db,
    `SELECT p.name AS annotator, c.text, ${toWrittenAt('c.uid')} AS at FROM review_comment c JOIN annotator p ON p.id = c.annotator_id
     WHERE c.review_id = ? ORDER BY c.uid`,
  ).all(review);

/** The annotations that a settlement is between, by uid, in order. Source: primary key of `settlement_source`. */
const listSettledSources = (db: ReadDb, settlement: number): string[] =>
  statement<[number], string>(
    db,
    `SELECT n.uid FROM settlement_source s CROSS JOIN annotation n ON n.id = s.annotation_id WHERE s.settlement_id = ? ORDER BY n.uid`,
  )
    .pluck()
    .all(settlement);
