import type { ArticleFilter } from '#shared/domain/filter';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfAnnotation } from './annotation-state.ts';
import { toListedCondition } from './article-filter.ts';

/**
 * The articles that a filter means, by id, without those that `reader` still tags blind, as they lie in the file: that is read quickest.
 * Errors: those of the filter.
 */
export function listArticlesToCheck(db: ReadDb, filter: ArticleFilter, reader: string | null): number[] {
  const { sql, values } = toListedCondition(db, { ...filter, ...(reader !== null && { openTo: reader }) });
  return statement<[object], number>(db, `SELECT l.article_id FROM listed_article l WHERE ${sql} ORDER BY 1`)
    .pluck()
    .all(values);
}

/** An article with what the library orders it by: the newest first, those of a day by `key`. `outlet`: the surviving one, by id. */
export type ArticleToCheck = { id: number; outlet: number | null; date: number; key: string };

export const listPlacesOfArticles = (db: ReadDb, articles: readonly number[]): ArticleToCheck[] =>
  statement<[string], ArticleToCheck>(
    db,
    `SELECT l.article_id AS id, l.outlet_id AS outlet, l.date, l.sort_key AS key
     FROM json_each(?) named CROSS JOIN listed_article l ON l.article_id = named.value`,
  ).all(JSON.stringify(articles));

export const inLibraryOrder = (a: ArticleToCheck, b: ArticleToCheck): number =>
  b.date - a.date || (a.key < b.key ? -1 : Number(a.key > b.key));

/** An alias with the entity that it is one of, or that this was merged into; `id`, `label` and `outlet` by ids of rows. */
export type AliasToCheck = {
  id: number;
  folded: string;
  entity: string;
  name: string;
  label: number;
  outlet: number | null;
  neverAlone: number;
};

/** Some aliases of entities that are seen, after that id. */
export const listSomeAliases = (db: ReadDb, after: number, most: number): AliasToCheck[] =>
  statement<[number, number], AliasToCheck>(
    db,
    `SELECT k.id, k.folded, s.uid AS entity, s.name, coalesce(l.merged_into_id, l.id) AS label, k.never_alone AS neverAlone,
       (SELECT coalesce(merged_into_id, id) FROM outlet WHERE id = k.outlet_id) AS outlet
     FROM entity_alias k CROSS JOIN entity e ON e.id = k.entity_id
       CROSS JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) CROSS JOIN label l ON l.id = s.label_id
     WHERE k.id > ? AND ${isSeen('k')} AND ${isSeen('s')} ORDER BY k.id LIMIT ?`,
  ).all(after, most);

/** What people said is right as it is: as `rule id` of annotations that are there, as `rule subject` of all else. */
export const listExemptions = (db: ReadDb): Set<string> =>
  new Set(
    statement<[], string>(
      db,
      `SELECT x.rule || ' ' || coalesce(n.id, x.subject) FROM exemption x LEFT JOIN annotation n ON n.uid = x.subject`,
    )
      .pluck()
      .all(),
  );

/** Whether somebody has decided on an annotation. Source: index `review_by_annotation`. */
export const isReviewed = (db: ReadDb, annotation: string): boolean =>
  statement<[string], unknown>(
    db,
    'SELECT 1 FROM annotation n JOIN review r ON r.annotation_id = n.id WHERE n.uid = ? LIMIT 1',
  ).get(annotation) !== undefined;

/** Whether the same person tagged the same words with the same label once more, and that was not rejected. Source: index `annotation_by_article`. */
export const hasTwin = (db: ReadDb, annotation: string): boolean =>
  statement<[string], unknown>(
    db,
    `SELECT 1 FROM annotation n CROSS JOIN annotation o ON o.article_id = n.article_id AND o.label_id = n.label_id
     WHERE n.uid = ? AND o.id <> n.id AND o.annotator_id = n.annotator_id AND o.layer = n.layer AND ${isSeen('o')}
       AND ${toStateOfAnnotation('o')} <> 'rejected'
       AND (SELECT json_group_array(json_array(start_offset, end_offset)) FROM annotation_span WHERE annotation_id = o.id)
         = (SELECT json_group_array(json_array(start_offset, end_offset)) FROM annotation_span WHERE annotation_id = n.id)
     LIMIT 1`,
  ).get(annotation) !== undefined;

/** An article as a finding shows it; `outlet`: what it is called now. */
export type ShownArticle = { uid: string; title: string; outlet: string | null; text: string };

export const findShownArticle = (db: ReadDb, article: number): ShownArticle | undefined =>
  statement<[number], ShownArticle>(
    db,
    `SELECT a.uid, a.title, coalesce(s.name, o.name) AS outlet, coalesce(x.text, '') AS text
     FROM article a JOIN article_text x ON x.id = a.text_id
       LEFT JOIN outlet o ON o.id = a.outlet_id LEFT JOIN outlet s ON s.id = o.merged_into_id WHERE a.id = ?`,
  ).get(article);

/** An annotation as a finding shows it; `spans`: its parts, as JSON. */
type ShownAnnotation = { uid: string; label: string; annotator: string; spans: string };

export const findShownAnnotation = (db: ReadDb, annotation: number): ShownAnnotation | undefined =>
  statement<[number], ShownAnnotation>(
    db,
    `SELECT n.uid, coalesce(g.name, l.name) AS label, p.name AS annotator,
       (SELECT json_group_array(json_array(f.start_offset, f.end_offset) ORDER BY f.n)
        FROM annotation_span f WHERE f.annotation_id = n.id) AS spans
     FROM annotation n JOIN label l ON l.id = n.label_id LEFT JOIN label g ON g.id = l.merged_into_id
       JOIN annotator p ON p.id = n.annotator_id WHERE n.id = ?`,
  ).get(annotation);

/** A text that may be a near copy of another; `text` names it: it never changes. */
export type TextOfArticle = { article: number; uid: string; text: number };

/** Those of these articles that anybody has tagged. Source: derived table `article_mark`. */
export const listTaggedTexts = (db: ReadDb, articles: readonly number[]): TextOfArticle[] =>
  statement<[string], TextOfArticle>(
    db,
    `SELECT a.id AS article, a.uid, a.text_id AS text FROM json_each(?) named CROSS JOIN article a ON a.id = named.value
     WHERE EXISTS (SELECT 1 FROM article_mark m WHERE m.article_id = a.id)`,
  ).all(JSON.stringify(articles));

export const getTextById = (db: ReadDb, text: number): string =>
  statement<[number], string | null>(db, 'SELECT text FROM article_text WHERE id = ?').pluck().get(text) ?? '';
