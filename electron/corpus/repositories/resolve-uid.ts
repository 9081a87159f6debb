import { ExpectedError } from '#shared/errors';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** Uids of seen rows that begin so, two at most. Source: the unique index on `uid`. */
const listBeginning = (db: ReadDb, table: 'article' | 'annotation', ref: string): string[] =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT t.uid FROM ${table} t WHERE t.uid >= ? AND t.uid < ? || 'g' AND ${isSeen('t')} LIMIT 10`,
  )
    .all(ref, ref)
    .map(({ uid }) => uid);

/** The article that is meant by its uid or the beginning of it. Errors: article-unknown, uid-ambiguous. */
export function resolveArticle(db: ReadDb, ref: string): ArticleId {
  const [uid, ...others] = listBeginning(db, 'article', ref);
  if (uid === undefined) throw new ExpectedError('article-unknown', { article: ref });
  if (others.length > 0) throw new ExpectedError('uid-ambiguous', { uid: ref, count: others.length + 1 });
  return ArticleId.parse(uid);
}

/** The annotation that is meant by its uid or the beginning of it. Errors: annotation-unknown, uid-ambiguous. */
export function resolveAnnotation(db: ReadDb, ref: string): AnnotationId {
  const [uid, ...others] = listBeginning(db, 'annotation', ref);
  if (uid === undefined) throw new ExpectedError('annotation-unknown', { annotation: ref });
  if (others.length > 0) throw new ExpectedError('uid-ambiguous', { uid: ref, count: others.length + 1 });
  return AnnotationId.parse(uid);
}
