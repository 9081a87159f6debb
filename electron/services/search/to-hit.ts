import type { SearchHit } from '#shared/domain/search';
import type { Span } from '#shared/domain/span';
import { toPartialDate } from '#shared/domain/partial-date';
import { ArticleId } from '#shared/domain/ids';
import type { SearchedArticle } from '../../corpus/repositories/search-repository.ts';
import type { PlacedHit } from './place-hits.ts';

/** What a text must not be cut before: the rest of a pair, a mark, what joins. */
const continues = /^[\p{M}\u200D\uDC00-\uDFFF]/u;

/** Words with so many UTF-16 units before and after them, as far as no character is cut in two. */
export function cutContext(text: string, { start, end }: Span, context: number) {
  let from = Math.max(0, start - context);
  while (from < start && continues.test(text.slice(from, from + 2))) from += 1;
  let to = Math.min(text.length, end + context);
  while (to > end && continues.test(text.slice(to, to + 2))) to -= 1;
  return { left: text.slice(from, start), match: text.slice(start, end), right: text.slice(end, to) };
}

/** A placed hit with so many UTF-16 units before and after it. */
export function toHit(article: SearchedArticle, { start, end, where }: PlacedHit, context: number): SearchHit {
  const text = where === 'text' ? article.text : article.title;
  const { year, month, day } = article;
  return {
    article: ArticleId.parse(article.uid),
    title: article.title,
    outlet: article.outlet,
    date: year === null ? null : toPartialDate({ year, month, day }),
    where,
    start,
    end,
    ...cutContext(text, { start, end }, context),
  };
}
