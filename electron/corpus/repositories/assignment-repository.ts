import type { Assignment } from '#shared/domain/assignment';
import { ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** Who has which article, by title and name; of those articles, or of that person, by uid. */
export function listAssignments(
  db: ReadDb,
  { articles, person }: { articles?: string[]; person?: string },
): Assignment[] {
  const parts = [
    isSeen('a'),
    ...(articles
      ? ['s.article_id IN (SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(@articles)))']
      : []),
    ...(person === undefined ? [] : ['s.annotator_id = (SELECT id FROM annotator WHERE uid = @person)']),
  ];
  return statement<
    [Record<string, unknown>],
    Omit<Assignment, 'article' | 'blind'> & { article: string; blind: number }
  >(
    db,
    `SELECT a.uid AS article, a.title, p.name AS annotator, s.blind,
       (SELECT w.state FROM article_work w WHERE w.article_id = a.id AND w.annotator_id = p.id) AS state
     FROM assignment s CROSS JOIN article a ON a.id = s.article_id JOIN annotator p ON p.id = s.annotator_id
     WHERE ${parts.join(' AND ')} ORDER BY a.title COLLATE NOCASE, a.uid, p.name`,
  )
    .all({ articles: JSON.stringify(articles ?? []), person: person ?? null })
    .map((row) => ({ ...row, article: ArticleId.parse(row.article), blind: row.blind === 1 }));
}

/**
 * Ids of the articles that a person, by uid, is to tag without what others did, until they say that they are done with them. Source:
 * index `assignment_by_annotator`.
 */
export const listBlindIds = (db: ReadDb, person: string | null): number[] =>
  person === null
    ? []
    : statement<[string], number>(
        db,
        `SELECT s.article_id FROM annotator p JOIN assignment s ON s.annotator_id = p.id
         WHERE p.uid = ? AND s.blind = 1 AND NOT EXISTS (SELECT 1 FROM article_work w
           WHERE w.article_id = s.article_id AND w.annotator_id = s.annotator_id AND w.state = 'done')`,
      )
        .pluck()
        .all(person);
