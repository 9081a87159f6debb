import { AnnotationId } from '#shared/domain/ids';
import type { AnnotationHit } from '#shared/domain/search';
import type { ReadDb } from '../../corpus/connection.ts';
import { listFoundAnnotations, type AnnotationSearch } from '../../corpus/repositories/search-annotations.ts';
import { getSearchedArticle, type SearchedArticle } from '../../corpus/repositories/search-repository.ts';
import { toHit } from './to-hit.ts';

/** Annotations by what they say, in their context. Errors: those of `search:annotations`. */
export function searchAnnotations(
  db: ReadDb,
  { offset, limit, context, ...search }: AnnotationSearch & { offset: number; limit: number; context: number },
): { total: number; hits: AnnotationHit[] } {
  const { total, found } = listFoundAnnotations(db, search, { offset, limit });
  let last: { id: number; article: SearchedArticle } | undefined;
  const hits = found.map(({ uid, articleId, label, entity, annotator, start, end }): AnnotationHit => {
    if (last?.id !== articleId) last = { id: articleId, article: getSearchedArticle(db, articleId) };
    const hit = toHit(last.article, { start, end, where: 'text' }, context);
    return { ...hit, annotation: AnnotationId.parse(uid), label, entity, annotator };
  });
  return { total, hits };
}
