import type { ArticleFilter } from '#shared/domain/filter';
import { toDateParts } from '#shared/domain/partial-date';
import type { ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { resolveArticle } from './resolve-uid.ts';

/** A condition on article `a` and outlet `o`, with the values that it names. */
export type Condition = { sql: string; values: Record<string, unknown> };

/** How far the work on article `a` is, from what each person said of their own. */
export const STATE_OF_ARTICLE = `
  CASE
    WHEN EXISTS (SELECT 1 FROM article_work w WHERE w.article_id = a.id)
      THEN CASE WHEN EXISTS (SELECT 1 FROM article_work w WHERE w.article_id = a.id AND w.state <> 'done')
        THEN 'tagging' ELSE 'done' END
    WHEN EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id AND ${isSeen('n')}) THEN 'tagging'
    ELSE 'new'
  END`;

/** As a number that sorts and compares like the date, unknown parts counted as zero. */
const DATE_NUMBER = 'a.year * 10000 + coalesce(a.month, 0) * 100 + coalesce(a.day, 0)';

/** The articles that a filter means, of those that are seen. Errors: article-unknown, uid-ambiguous. */
export function toCondition(db: ReadDb, filter: ArticleFilter): Condition {
  const parts = [isSeen('a')];
  const values: Record<string, unknown> = {};
  if (filter.articles) {
    parts.push('a.uid IN (SELECT value FROM json_each(@articles))');
    values['articles'] = JSON.stringify(filter.articles.map((ref) => resolveArticle(db, ref)));
  }
  if (filter.outlets) {
    parts.push('o.name COLLATE NOCASE IN (SELECT value FROM json_each(@outlets))');
    values['outlets'] = JSON.stringify(filter.outlets);
  }
  if (filter.from !== undefined) {
    const { year, month, day } = toDateParts(filter.from);
    parts.push(`${DATE_NUMBER} >= @from`);
    values['from'] = year * 10000 + (month ?? 0) * 100 + (day ?? 0);
  }
  if (filter.to !== undefined) {
    const { year, month, day } = toDateParts(filter.to);
    parts.push(`${DATE_NUMBER} <= @to`);
    values['to'] = year * 10000 + (month ?? 12) * 100 + (day ?? 31);
  }
  if (filter.states) {
    parts.push(`${STATE_OF_ARTICLE} IN (SELECT value FROM json_each(@states))`);
    values['states'] = JSON.stringify(filter.states);
  }
  if (filter.title !== undefined && filter.title.trim() !== '') {
    parts.push(`a.title LIKE @title ESCAPE '\\'`);
    values['title'] = `%${filter.title.trim().replace(/[\\%_]/g, '\\$&')}%`;
  }
  return { sql: parts.join(' AND '), values };
}
