import { ExpectedError } from '#shared/errors';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { listAnnotationsInJournal } from '../journal/read-rows.ts';
import { isSeen } from '../model/rows.ts';

/** Uids of seen rows that begin so, ten at most. Source: the unique index on `uid`. */
const listBeginning = (db: ReadDb, table: 'article' | 'annotation', ref: string): string[] =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT t.uid FROM ${table} t WHERE t.uid >= ? AND t.uid < ? || 'g' AND ${isSeen('t')} LIMIT 10`,
  )
    .all(ref, ref)
    .map(({ uid }) => uid);

/** The one that is meant, or undefined. Errors: uid-ambiguous. */
function pickOne(ref: string, uids: string[]): string | undefined {
  if (uids.length > 1) throw new ExpectedError('uid-ambiguous', { uid: ref, count: uids.length });
  return uids[0];
}

/** The article that is meant by its uid or the beginning of it. Errors: article-unknown, uid-ambiguous. */
export function resolveArticle(db: ReadDb, ref: string): ArticleId {
  const uid = pickOne(ref, listBeginning(db, 'article', ref));
  if (uid === undefined) throw new ExpectedError('article-unknown', { article: ref });
  return ArticleId.parse(uid);
}

/** The annotation that is meant by its uid or the beginning of it. Errors: annotation-unknown, uid-ambiguous. */
export function resolveAnnotation(db: ReadDb, ref: string): AnnotationId {
  const uid = pickOne(ref, listBeginning(db, 'annotation', ref));
  if (uid === undefined) throw new ExpectedError('annotation-unknown', { annotation: ref });
  return AnnotationId.parse(uid);
}

/** As `resolveAnnotation`, but one that was removed is known too: it has a history. */
export function resolveAnnotationInJournal(db: ReadDb, ref: string): AnnotationId {
  const uid = pickOne(ref, listAnnotationsInJournal(db, ref));
  if (uid === undefined) throw new ExpectedError('annotation-unknown', { annotation: ref });
  return AnnotationId.parse(uid);
}
