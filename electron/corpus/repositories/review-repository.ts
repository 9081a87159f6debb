import { AnnotationId, ArticleId, RelationId, ReviewId } from '#shared/domain/ids';
import type { Decision, Review, ReviewComment } from '#shared/domain/review';
import { statement, type ReadDb } from '../connection.ts';
import { isInEffect } from '../journal/taken-strands.ts';
import { isSeen } from '../model/rows.ts';
import { listBlindIds } from './assignment-repository.ts';

type Row = Omit<
  Review,
  | 'uid'
  | 'annotation'
  | 'relation'
  | 'article'
  | 'correction'
  | 'comments'
  | 'rule'
  | 'isMissing'
  | 'isOutdated'
  | 'isOwn'
> & {
  id: number;
  uid: string;
  annotation: string | null;
  relation: string | null;
  article: string;
  correction: string | null;
  ruleLabel: string | null;
  rule: string | null;
  missing: number | null;
  stale: number;
  own: number;
};

/** `annotation`, `relation`, `article`, `checker`: by uid. */
export type ReviewFilter = {
  annotation?: string;
  relation?: string;
  article?: string;
  checker?: string;
  decisions?: Decision[];
};

/**
 * When a row was last written by work that stands, in whichever copy. A merge or hand-out only brought it; what none but these wrote is as old as
 * the first of them. Source: index `journal_by_target`.
 */
export const toWrittenAt = (uid: string) => `
  (SELECT s.at FROM journal j JOIN step s ON s.id = j.step_id
   WHERE j.target = ${uid} AND s.taken_back = 0 AND s.act NOT IN ('undo', 'redo') AND ${isInEffect('s')}
   ORDER BY s.act IN ('merge', 'hand out'), iif(s.act IN ('merge', 'hand out'), j.lamport, -j.lamport), s.uid DESC LIMIT 1)`;

/** The settled annotation that checker `p` made in place of annotation `n`. */
const CORRECTION = `
  (SELECT k.uid FROM annotation k WHERE k.revises_id = n.id AND k.layer = 'settled' AND k.annotator_id = r.annotator_id
     AND ${isSeen('k')} ORDER BY k.uid LIMIT 1)`;

const FROM = `
  FROM review r LEFT JOIN relation x ON x.id = r.relation_id
    CROSS JOIN annotation n ON n.id = coalesce(r.annotation_id, x.from_annotation_id)
    JOIN article a ON a.id = n.article_id JOIN annotator p ON p.id = r.annotator_id
    JOIN annotator w ON w.id = coalesce(x.annotator_id, n.annotator_id) LEFT JOIN label g ON g.id = r.rule_label_id`;
const COLUMNS = `
  r.id, r.uid, CASE WHEN x.id IS NULL THEN n.uid END AS annotation, x.uid AS relation, a.uid AS article,
  w.name AS annotator, p.name AS checker, r.decision, r.reason, r.comment,
  g.name AS ruleLabel, r.rule, r.missing, r.id IN (SELECT review_id FROM stale_review) AS stale,
  r.annotator_id = w.id AND r.missing IS NOT 1 AS own,
  CASE WHEN r.decision = 'corrected' AND x.id IS NULL THEN ${CORRECTION} END AS correction, ${toWrittenAt('r.uid')} AS at`;

const conditions: Readonly<Record<keyof ReviewFilter, string>> = {
  annotation: 'r.annotation_id = (SELECT id FROM annotation WHERE uid = @annotation)',
  relation: 'r.relation_id = (SELECT id FROM relation WHERE uid = @relation)',
  article: `r.id IN (
    SELECT q.id FROM article o JOIN annotation m ON m.article_id = o.id JOIN review q ON q.annotation_id = m.id
      WHERE o.uid = @article
    UNION SELECT q.id FROM article o JOIN annotation m ON m.article_id = o.id JOIN relation y ON y.from_annotation_id = m.id
      JOIN review q ON q.relation_id = y.id WHERE o.uid = @article)`,
  checker: 'r.annotator_id = (SELECT id FROM annotator WHERE uid = @checker)',
  decisions: 'r.decision IN (SELECT value FROM json_each(@decisions))',
};

/** Whether the article that a review is of, or either end of its relation, is one that a person tags blind still. */
const IN_BLIND = `
  (SELECT value FROM json_each(@blind) WHERE value IN (a.id, (SELECT y.article_id FROM annotation y WHERE y.id = x.to_annotation_id)))`;

/** Reviews, what was decided last first. `seenBy`: without others' in articles that this person, by uid, tags blind still. */
export function listReviews(
  db: ReadDb,
  filter: ReviewFilter,
  { offset, limit, seenBy = null }: { offset: number; limit: number; seenBy?: string | null },
): { total: number; reviews: Review[] } {
  const blind = listBlindIds(db, seenBy);
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const seen = blind.length === 0 ? [] : [`(p.uid = @seenBy OR NOT EXISTS ${IN_BLIND})`];
  const where = [isSeen('n'), ...seen, ...given.map(([name]) => conditions[name as keyof ReviewFilter])].join(' AND ');
  const values = {
    ...Object.fromEntries(given),
    ...(filter.decisions && { decisions: JSON.stringify(filter.decisions) }),
    ...(blind.length > 0 && { seenBy, blind: JSON.stringify(blind) }),
  };
  const { n } = statement<[object], { n: number }>(db, `SELECT count(*) AS n ${FROM} WHERE ${where}`).get(values)!;
  const rows = statement<[object], Row>(
    db,
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY at DESC, r.uid LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset });
  return { total: n, reviews: rows.map((row) => toReview(db, row)) };
}

export function getReview(db: ReadDb, uid: string): Review {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} ${FROM} WHERE r.uid = ?`).get(uid);
  if (!row) throw new Error(`There is no review ${uid}`);
  return toReview(db, row);
}

function toReview(db: ReadDb, { id, ruleLabel, rule, missing, stale, own, ...row }: Row): Review {
  const comments = statement<[number], ReviewComment>(
    db,
    `SELECT p.name AS annotator, c.text, ${toWrittenAt('c.uid')} AS at FROM review_comment c JOIN annotator p ON p.id = c.annotator_id
     WHERE c.review_id = ? ORDER BY c.uid`,
  ).all(id);
  return {
    ...row,
    rule: ruleLabel === null || rule === null ? null : { label: ruleLabel, text: rule },
    isMissing: missing === 1,
    isOutdated: stale === 1,
    isOwn: own === 1,
    uid: ReviewId.parse(row.uid),
    annotation: row.annotation === null ? null : AnnotationId.parse(row.annotation),
    relation: row.relation === null ? null : RelationId.parse(row.relation),
    article: ArticleId.parse(row.article),
    correction: row.correction === null ? null : AnnotationId.parse(row.correction),
    comments,
  };
}

/** How many people accepted annotations, and were not its makers; those that nobody did are left out. Source: index `review_by_annotation`. */
export const countAccepting = (db: ReadDb, annotations: readonly string[]): Map<string, number> =>
  new Map(
    statement<[string], { uid: string; n: number }>(
      db,
      `SELECT n.uid, count(*) AS n
       FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value CROSS JOIN review r ON r.annotation_id = n.id
       WHERE r.decision = 'accepted' AND r.missing IS NOT 1 AND +r.annotator_id <> n.annotator_id
         AND r.id NOT IN (SELECT review_id FROM stale_review)
       GROUP BY n.id`,
    )
      .all(JSON.stringify(annotations))
      .map(({ uid, n }) => [uid, n]),
  );

/** The corrections of an annotation that this checker made: one, but while two copies are made one. Source: index `annotation_by_revised`. */
export const listCorrections = (db: ReadDb, annotation: string, checker: string): string[] =>
  statement<[string, string], string>(
    db,
    `SELECT k.uid FROM annotation n JOIN annotation k ON k.revises_id = n.id JOIN annotator p ON p.id = k.annotator_id
     WHERE n.uid = ? AND p.uid = ? AND k.layer = 'settled' AND ${isSeen('k')} ORDER BY k.uid`,
  )
    .pluck()
    .all(annotation, checker);

export const findCorrection = (db: ReadDb, annotation: string, checker: string): string | undefined =>
  listCorrections(db, annotation, checker)[0];
