import type { Span } from '#shared/domain/span';
import { AnnotationId, ArticleId, ClusterId } from '#shared/domain/ids';
import type { PairedArticle, PairedMention } from '#shared/domain/article-pair';
import { toPartialDate } from '#shared/domain/partial-date';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfRelation } from './annotation-state.ts';
import { claimAttributes } from './claim-values.ts';
import { QUOTE, START, survivor } from './relation-ends.ts';

const CONTRADICTS = deriveUid('relation_kind', 'contradicts');

type Row = Omit<PairedArticle, 'uid' | 'date'> & {
  id: number;
  uid: string;
  year: number | null;
  month: number | null;
  day: number | null;
};

/** What articles are offered by, by ids of rows. Source: the primary key of `article`. */
export function mapPairedArticles(db: ReadDb, ids: Iterable<number>): Map<number, PairedArticle> {
  const rows = statement<[string], Row>(
    db,
    `SELECT a.id, a.uid, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, a.year, a.month, a.day
     FROM json_each(?) named CROSS JOIN article a ON a.id = named.value`,
  ).all(JSON.stringify([...ids]));
  return new Map(
    rows.map(({ id, uid, title, outlet, year, month, day }) => [
      id,
      {
        ...{ uid: ArticleId.parse(uid), title, outlet },
        date: year === null ? null : toPartialDate({ year, month, day }),
      },
    ]),
  );
}

export const getArticleId = (db: ReadDb, uid: string): number =>
  statement<[string], { id: number }>(db, 'SELECT id FROM article WHERE uid = ?').get(uid)!.id;

/** Titles by ids of rows. */
export const listTitles = (db: ReadDb, ids: readonly number[]): { id: number; title: string }[] =>
  statement<[string], { id: number; title: string }>(
    db,
    'SELECT a.id, a.title FROM json_each(?) named CROSS JOIN article a ON a.id = named.value',
  ).all(JSON.stringify(ids));

/** What claims count, one a figure, as `what`, unit and number in one key; by ids of rows of the claims. */
export function listFigureKeys(db: ReadDb, claims: readonly number[]): { claim: number; key: string }[] {
  return statement<[object], { claim: number; key: string }>(
    db,
    `SELECT claim, lower(coalesce(what, '')) || '|' || lower(coalesce(unit, '')) || '|' || coalesce(low, '') || '|' || coalesce(high, '') AS key
     FROM (
       SELECT v.annotation_id AS claim, substr(v.path, 1, instr(v.path || '.', '.') - 1) AS item,
         max(v.text) FILTER (WHERE t.uid = @what) AS what, max(v.text) FILTER (WHERE t.uid = @unit) AS unit,
         max(v.number) FILTER (WHERE t.uid = @min) AS low, max(v.number) FILTER (WHERE t.uid = @max) AS high
       FROM json_each(@claims) named CROSS JOIN annotation_value v ON v.annotation_id = named.value
         JOIN attribute t ON t.id = v.attribute_id
       WHERE t.uid IN (@what, @unit, @min, @max) GROUP BY 1, 2
     ) WHERE coalesce(what, unit) IS NOT NULL AND (low IS NOT NULL OR high IS NOT NULL)`,
  ).all({
    claims: JSON.stringify(claims),
    ...{ what: claimAttributes.what, unit: claimAttributes.unit, min: claimAttributes.min, max: claimAttributes.max },
  });
}

/** Where annotations stand, by ids of rows. */
export function mapPairedMentions(db: ReadDb, ids: readonly number[]): Map<number, PairedMention> {
  const rows = statement<[string], Omit<PairedMention, 'annotation'> & { id: number; uid: string }>(
    db,
    `SELECT n.id, n.uid, ${START} AS start, ${QUOTE} AS quote,
       (SELECT max(f.end_offset) FROM annotation_span f WHERE f.annotation_id = n.id) AS end
     FROM json_each(?) named CROSS JOIN annotation n ON n.id = named.value`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, uid, ...row }) => [id, { ...row, annotation: AnnotationId.parse(uid) }]));
}

/** An article's text and all of its blocks in order. Source: the primary keys of `article`, `article_text` and `block`. */
export function getPairedText(db: ReadDb, uid: string): { text: string; blocks: Span[] } {
  const { id, text } = statement<[string], { id: number; text: string }>(
    db,
    `SELECT a.id, coalesce(x.text, '') AS text FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?`,
  ).get(uid)!;
  const blocks = statement<[number], Span>(
    db,
    'SELECT b.start_offset AS start, b.end_offset AS end FROM block b WHERE b.article_id = ? ORDER BY b.n',
  ).all(id);
  return { text, blocks };
}

/** The cards that claims of two articles are on together: pairs of claims, by uid. Source: index `cluster_member_by_annotation`. */
export function listCommonCards(db: ReadDb, a: readonly string[], b: readonly string[]) {
  return statement<[string, string], { a: string; b: string; uid: string; title: string }>(
    db,
    `SELECT n.uid AS a, o.uid AS b, c.uid, c.title
     FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value
       CROSS JOIN cluster_member m ON m.annotation_id = n.id CROSS JOIN cluster c ON c.id = m.cluster_id
       CROSS JOIN cluster_member p ON p.cluster_id = c.id CROSS JOIN annotation o ON o.id = p.annotation_id
     WHERE o.uid IN (SELECT value FROM json_each(?)) ORDER BY named.key, c.uid`,
  )
    .all(JSON.stringify(a), JSON.stringify(b))
    .map(({ uid, ...row }) => ({ ...row, uid: ClusterId.parse(uid) }));
}

/**
 * Pairs of annotations that a person has said contradict each other, in either direction, as `one other` by uid; what was rejected
 * is left out.
 */
export function listContradictions(db: ReadDb, annotations: readonly string[]): Set<string> {
  const rows = statement<[string], { one: string; other: string }>(
    db,
    `SELECT n.uid AS one, o.uid AS other
     FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value CROSS JOIN relation z ON z.from_annotation_id = n.id
       JOIN relation_kind k ON k.id = z.relation_kind_id JOIN annotation o ON o.id = z.to_annotation_id
     WHERE k.uid = '${CONTRADICTS}' AND ${isSeen('z')} AND ${toStateOfRelation('z')} <> 'rejected'`,
  ).all(JSON.stringify(annotations));
  return new Set(rows.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]));
}
