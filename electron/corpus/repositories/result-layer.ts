import { isSeen } from '../model/rows.ts';

/**
 * SQL: the annotations that count, of the articles whose ids a query gives.
 *
 * An article's result is its settled layer where it has one, else one annotator's own: of those who said they are done
 * before others, then by uid, so that every copy of the corpus picks the same person (docs/decisions/0003-model.md).
 */
export const toResult = (articles: string) => `
  SELECT n.* FROM annotation n JOIN (
    SELECT article_id, layer, annotator_id FROM (
      SELECT n.article_id, n.layer, n.annotator_id, row_number() OVER (
        PARTITION BY n.article_id
        ORDER BY n.layer = 'settled' DESC, coalesce(w.state = 'done', 0) DESC, p.uid) AS place
      FROM annotation n JOIN annotator p ON p.id = n.annotator_id
        LEFT JOIN article_work w ON w.article_id = n.article_id AND w.annotator_id = n.annotator_id
      WHERE n.article_id IN (${articles}) AND ${isSeen('n')}
    ) WHERE place = 1
  ) chosen ON chosen.article_id = n.article_id AND chosen.layer = n.layer
    AND (n.layer = 'settled' OR chosen.annotator_id = n.annotator_id)
  WHERE ${isSeen('n')}`;
