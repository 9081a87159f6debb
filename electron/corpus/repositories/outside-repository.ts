import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toSummed } from './entity-counts.ts';

type Count = { uid: string; n: number };
type Values = { articles: string; by: number | null };

const INSIDE = 'SELECT value FROM json_each(@articles)';
/** SQL that holds for annotations that go along: of the articles, and of whom. */
const goesAlong = (n: string) =>
  `(${n}.article_id IN (${INSIDE}) AND (@by IS NULL OR (${n}.annotator_id = @by AND ${n}.layer = 'own')))`;

/** Relations with one end in what goes along and the other outside, by the annotation that goes along. */
const toRelations = (inside: 'from' | 'to', outside: 'from' | 'to') => `
  SELECT n.uid AS uid FROM json_each(@articles) a JOIN annotation n ON n.article_id = a.value
    JOIN relation x ON x.${inside}_annotation_id = n.id JOIN annotation o ON o.id = x.${outside}_annotation_id
  WHERE ${goesAlong('n')} AND NOT ${goesAlong('o')} AND ${isSeen('n')} AND ${isSeen('x')} AND ${isSeen('o')}
    AND (@by IS NULL OR x.annotator_id = @by)`;

const RELATIONS = `
  SELECT uid, count(*) AS n FROM (${toRelations('from', 'to')} UNION ALL ${toRelations('to', 'from')}) GROUP BY uid`;

/** Claims of articles outside, by the event card that goes along; no card does where only one person's own work is meant. */
const CLAIMS = `
  SELECT c.uid AS uid, count(*) AS n
  FROM (SELECT DISTINCT m.cluster_id AS id FROM json_each(@articles) a JOIN annotation n ON n.article_id = a.value
      JOIN cluster_member m ON m.annotation_id = n.id WHERE @by IS NULL) along
    JOIN cluster c ON c.id = along.id JOIN cluster_member m ON m.cluster_id = c.id JOIN annotation o ON o.id = m.annotation_id
  WHERE NOT ${goesAlong('o')} AND ${isSeen('o')} GROUP BY c.id`;

const MENTIONS = `
  WITH ${toSummed(false)} SELECT e.uid AS uid, c.n AS n FROM summed c JOIN entity e ON e.id = c.id WHERE c.n > 0`;

/** Annotations that go along with values that point into articles which do not. */
const POINTING = `
  SELECT DISTINCT n.uid FROM json_each(@articles) a JOIN annotation n ON n.article_id = a.value
    JOIN annotation_value v ON v.annotation_id = n.id
  WHERE ${goesAlong('n')} AND ${isSeen('n')} AND v.article_id IS NOT NULL AND v.article_id NOT IN (${INSIDE})`;

/**
 * What articles, by uid, have to do with what is outside of them. `by`: a person, by uid, whose own work alone goes along; then nobody
 * else's is counted, and mentions are not.
 *
 * Source: indexes `annotation_by_article`, `relation_by_from`, `relation_by_to`, `cluster_member_by_annotation`, `cluster_member_by_cluster`.
 */
export function listOutside(db: ReadDb, articles: readonly string[], by: string | null) {
  const ids = statement<[string], number>(db, 'SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(articles));
  const person = statement<[string | null], number>(db, 'SELECT id FROM annotator WHERE uid = ?').pluck().get(by);
  const values: Values = { articles: JSON.stringify(ids), by: person ?? null };
  const count = (sql: string) => statement<[Values], Count>(db, sql).all(values);
  return {
    relations: count(RELATIONS),
    claims: count(CLAIMS),
    mentions:
      by === null ? statement<[{ without: string }], Count>(db, MENTIONS).all({ without: values.articles }) : [],
    pointing: statement<[Values], string>(db, POINTING).pluck().all(values),
  };
}

/** Those of these annotations, by uid, that are seen, and of the article or the one that is meant, in order of uid. */
export const listSeenAnnotations = (
  db: ReadDb,
  uids: readonly string[],
  chosen: { annotation: string | null; article: string | null; offset: number; limit: number },
): string[] =>
  statement<[object], string>(
    db,
    `SELECT n.uid FROM json_each(@uids) k CROSS JOIN annotation n ON n.uid = k.value
     WHERE ${isSeen('n')} AND (@annotation IS NULL OR n.uid = @annotation)
       AND (@article IS NULL OR n.article_id = (SELECT id FROM article WHERE uid = @article))
     ORDER BY n.uid LIMIT @limit OFFSET @offset`,
  )
    .pluck()
    .all({ ...chosen, uids: JSON.stringify(uids) });
