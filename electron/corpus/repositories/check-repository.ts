import { toArticleFilter, type AnnotationFilter } from '#shared/domain/filter';
import type { CheckProgress } from '#shared/domain/review';
import { statement, type ReadDb } from '../connection.ts';
import { toAnnotationCondition, toSeenCondition } from './annotation-repository.ts';
import { STATE_OF_ANNOTATION } from './annotation-state.ts';
import { toCondition } from './article-filter.ts';
import { listBlindIds } from './assignment-repository.ts';
import { withStanding } from './result-layer.ts';

/**
 * How many of the annotations that a filter means, without a layer or state, are there for a person, by uid, to check, and how many were.
 *
 * Where several people tagged an article, one layer counts: the others' are not checked but compared. So what is open is what the queue
 * shows as unchecked or unsure, and what was looked at is of that layer; of what people settled or corrected, only what is in dispute.
 * Errors: those of the filter.
 */
export function countChecked(db: ReadDb, filter: AnnotationFilter, checker: string | null): CheckProgress {
  const { sql: articles } = toCondition(db, toArticleFilter(filter));
  const { sql, values } = toSeenCondition(toAnnotationCondition(db, filter), listBlindIds(db, checker), checker);
  const people = statement<[object], CheckProgress['people'][number]>(
    db,
    `${withStanding(`SELECT a.id FROM article a WHERE ${articles}`)},
     tag AS MATERIALIZED (
       SELECT p.name AS person, n.layer, ${STATE_OF_ANNOTATION} AS state
       FROM standing CROSS JOIN annotation n ON n.id = standing.id CROSS JOIN article a ON a.id = n.article_id
         CROSS JOIN label l ON l.id = n.label_id CROSS JOIN annotator p ON p.id = n.annotator_id
       WHERE p.uid IS NOT @checker AND ${sql}
     )
     SELECT person, sum(state NOT IN ('unchecked', 'unsure')) AS checked, count(*) AS total FROM tag
     WHERE layer = 'own' OR state IN ('unchecked', 'unsure') GROUP BY person ORDER BY person COLLATE NOCASE, person`,
  ).all({ ...values, checker });
  const sum = (of: 'checked' | 'total') => people.reduce((all, each) => all + each[of], 0);
  return { checked: sum('checked'), total: sum('total'), people };
}
