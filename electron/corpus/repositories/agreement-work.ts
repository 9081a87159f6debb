import type { ArticleFilter } from '#shared/domain/filter';
import { statement, type ReadDb } from '../connection.ts';
import { toListedCondition } from './article-filter.ts';
import { toWrittenAt } from './review-repository.ts';

/** A person who is not an alias of another, by the id of their row. */
export type Coder = { id: number; uid: string; name: string };

/** What one person has to do with an article. `isAssigned`: to tag it; `isBlind`: without seeing what others tag. */
export type CoderArticle = { article: number; coder: number; isDone: boolean; isAssigned: boolean; isBlind: boolean };

/** Who a row of an annotator stands for: two that were made one are one coder. */
const CODER = 'coalesce(p.merged_into_id, p.id)';

/** Everybody, by name. */
export const listCoders = (db: ReadDb): Coder[] =>
  statement<[], Coder>(
    db,
    'SELECT id, uid, name FROM annotator WHERE merged_into_id IS NULL ORDER BY name COLLATE NOCASE, uid',
  ).all();

/** The person whom that one was merged into, or themself, by uid. */
export const getCoderId = (db: ReadDb, uid: string): number =>
  statement<[string], number>(db, `SELECT ${CODER} FROM annotator p WHERE p.uid = ?`).pluck().get(uid)!;

/**
 * What people have begun, finished or been assigned of the articles that a filter means, by their titles: a row for each of them and each
 * article.
 *
 * Errors: those of the filter. Source: indexes `article_work_by_annotator`, `assignment_by_annotator`.
 */
export function listCoderArticles(db: ReadDb, filter: ArticleFilter): CoderArticle[] {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[object], Record<'article' | 'coder' | 'done' | 'assigned' | 'blind', number>>(
    db,
    `SELECT own.article, own.coder, max(own.done) AS done, max(own.assigned) AS assigned, max(own.blind) AS blind FROM (
       SELECT k.article_id AS article, ${CODER} AS coder, k.state = 'done' AS done, 0 AS assigned, 0 AS blind
       FROM annotator p CROSS JOIN article_work k ON k.annotator_id = p.id
       UNION ALL SELECT s.article_id, ${CODER}, 0, 1, s.blind FROM annotator p CROSS JOIN assignment s ON s.annotator_id = p.id
     ) own CROSS JOIN listed_article l ON l.article_id = own.article
     WHERE ${sql} GROUP BY 1, 2 ORDER BY l.title COLLATE NOCASE, l.sort_key`,
  )
    .all(values)
    .map(({ article, coder, done, assigned, blind }) => ({
      ...{ article, coder },
      isDone: done === 1,
      isAssigned: assigned === 1,
      isBlind: blind === 1,
    }));
}

/**
 * When each of the people last said that they are done with an article, as ISO 8601 UTC. Source: indexes `article_work_by_article`, `journal_by_target`.
 */
export const listFinishedTimes = (
  db: ReadDb,
  articles: readonly number[],
  coders: readonly number[],
): { article: number; at: string }[] =>
  statement<[string, string], { article: number; at: string }>(
    db,
    `SELECT w.article_id AS article, ${toWrittenAt('w.uid')} AS at FROM json_each(?) named
       CROSS JOIN article_work w ON w.article_id = named.value CROSS JOIN annotator p ON p.id = w.annotator_id
     WHERE w.state = 'done' AND ${CODER} IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(articles), JSON.stringify(coders));
