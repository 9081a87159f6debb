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
 * SQL: whether assignment `s` is blind and not all who tag that article blind have said that they are done.
 * Source: indexes `assignment_by_article`, `article_work_by_article`.
 */
const IS_BLIND = `
  s.blind = 1 AND EXISTS (SELECT 1 FROM assignment o WHERE o.article_id = s.article_id AND o.blind = 1
    AND NOT EXISTS (SELECT 1 FROM article_work w
      WHERE w.article_id = o.article_id AND +w.annotator_id = o.annotator_id AND w.state = 'done'))`;

/**
 * Ids of the articles that a person, by uid, is to tag without what others did: until all who tag one blind say that they are done
 * with it. Source: index `assignment_by_annotator`.
 */
export const listBlindIds = (db: ReadDb, person: string | null): number[] =>
  person === null
    ? []
    : statement<[string], number>(
        db,
        `SELECT s.article_id FROM annotator p JOIN assignment s ON s.annotator_id = p.id WHERE p.uid = ? AND ${IS_BLIND}`,
      )
        .pluck()
        .all(person);

/** Uids of these articles. */
export const listBlindUids = (db: ReadDb, person: string | null): ArticleId[] =>
  statement<[string], string>(db, 'SELECT uid FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY uid')
    .pluck()
    .all(JSON.stringify(listBlindIds(db, person)))
    .map((uid) => ArticleId.parse(uid));

/** Whether that holds for an article, by uid. */
export const isBlind = (db: ReadDb, article: string, person: string): boolean =>
  statement<[string, string], unknown>(
    db,
    `SELECT 1 FROM article a JOIN assignment s ON s.article_id = a.id
     WHERE a.uid = ? AND +s.annotator_id = (SELECT id FROM annotator WHERE uid = ?) AND ${IS_BLIND}`,
  ).get(article, person) !== undefined;
