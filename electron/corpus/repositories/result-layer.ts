import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION, toStateOfAnnotation } from './annotation-state.ts';

/** Whether article `t.article_id` was settled between people; where nobody began that here, by what was settled elsewhere. */
const isAdjudicated = (t: string) =>
  `coalesce((SELECT j.state = 'done' FROM adjudication j WHERE j.article_id = ${t}.article_id), max(${t}.origin = 'adjudication'))`;

/** CTEs: the layers of articles, and of each article the one that counts; `is_adjudicated` is that of the article. */
const toChosen = (articles: string) => `
  layer AS MATERIALIZED (
    SELECT n.article_id, n.annotator_id, n.layer, ${isAdjudicated('n')} AS is_adjudicated
    FROM annotation n WHERE n.article_id IN (${articles}) AND ${isSeen('n')} GROUP BY 1, 2, 3
  ),
  chosen AS MATERIALIZED (
    SELECT article_id, annotator_id, layer, is_adjudicated FROM (
      SELECT layer.article_id, layer.annotator_id, layer.layer,
        max(is_adjudicated) OVER (PARTITION BY layer.article_id) AS is_adjudicated,
        row_number() OVER (PARTITION BY layer.article_id
          ORDER BY layer.layer = 'own' DESC, coalesce(w.state = 'done', 0) DESC, p.uid) AS place
      FROM layer JOIN annotator p ON p.id = layer.annotator_id
        LEFT JOIN article_work w ON w.article_id = layer.article_id AND w.annotator_id = layer.annotator_id
    ) WHERE place = 1
  )`;

/** SQL: whose annotations the result of each article is made from; null where people settled it. Columns: article_id, annotator_id. */
export const toResultOwner = (articles: string) => `
  WITH ${toChosen(articles)}
  SELECT article_id, iif(is_adjudicated OR layer = 'settled', NULL, annotator_id) AS annotator_id FROM chosen`;

/**
 * SQL, to stand before a query: the ids of what the results of articles, whose ids a query gives, are made from. Of each article that is the
 * layer that counts with what a checker found missing, corrections and what they correct, and what was rejected. Source: indexes
 * `annotation_by_article`, `annotation_by_revised`.
 */
export const withStanding = (articles: string) => `
  WITH RECURSIVE ${toChosen(articles)},
  standing (id) AS (
    SELECT n.id FROM chosen CROSS JOIN annotation n ON n.article_id = chosen.article_id
    WHERE ${isSeen('n')} AND
      CASE n.layer WHEN 'settled' THEN iif(n.origin = 'adjudication', is_adjudicated, n.revises_id IS NULL)
        ELSE NOT is_adjudicated AND n.annotator_id = chosen.annotator_id END
    UNION ALL
    SELECT k.id FROM standing
      CROSS JOIN annotation k ON k.revises_id = standing.id CROSS JOIN annotation b ON b.id = standing.id
    WHERE k.layer = 'settled' AND ${isSeen('k')} AND ${toStateOfAnnotation('b')} = 'corrected'
  )`;

/**
 * SQL: the annotations that count, of the articles whose ids a query gives.
 *
 * Once an article is adjudicated (docs/decisions/0022-checking-together.md) its settled layer counts, also where nothing is in it. Else one
 * annotator's own does, of those who said they are done before others, then by uid, so that every copy of the corpus
 * picks the same person; and with it what a checker found missing. Either with its reviews applied: a correction that
 * was not itself rejected stands in place of what it revises, and what was rejected is left out
 * (docs/decisions/0011-checking.md).
 */
export const toResult = (articles: string) => `
  ${withStanding(articles)}
  SELECT n.* FROM standing CROSS JOIN annotation n ON n.id = standing.id
  WHERE CASE ${STATE_OF_ANNOTATION} WHEN 'rejected' THEN 0 WHEN 'corrected' THEN NOT EXISTS (
    SELECT 1 FROM annotation k WHERE k.revises_id = n.id AND k.layer = 'settled' AND ${isSeen('k')}
      AND ${toStateOfAnnotation('k')} <> 'rejected'
  ) ELSE 1 END`;
