import type { ArticleFilter } from '#shared/domain/filter';
import { MOST_HITS, type SearchHit, type SearchPlace, type SearchResult, type SearchSort } from '#shared/domain/search';
import { parseSearchQuery, toMatch } from '#shared/text/search-query';
import type { ReadDb } from '../../corpus/connection.ts';
import { toListedCondition } from '../../corpus/repositories/article-filter.ts';
import { getSearchedArticle, isIndexed } from '../../corpus/repositories/search-repository.ts';
import { findArticles } from './find-articles.ts';
import { placeHits } from './place-hits.ts';
import { sortHits } from './sort-hits.ts';
import { toHit } from './to-hit.ts';

/** So many articles are read to know how many hits there are: about 5 ms; and where a person waits for the number. */
const QUICK = 50;
const THOROUGH = 5000;

export type TextSearch = {
  query: string;
  filter: ArticleFilter;
  sort: SearchSort;
  limit: number;
  context: number;
  after?: SearchPlace | undefined;
  thorough: boolean;
};

/**
 * Hits of a query in their context. `next` is where a list by date goes on; sorted by context, the newest
 * `MOST_HITS` hits are sorted.
 *
 * Errors: those of the query and the filter.
 */
export function searchText(db: ReadDb, search: TextSearch): SearchResult & { next: SearchPlace | null } {
  const { limit, sort, after } = search;
  const query = parseSearchQuery(search.query);
  const found = findArticles(db, toMatch(query), toListedCondition(db, search.filter), search);
  const isByContext = sort === 'left' || sort === 'right';
  const wanted = isByContext ? MOST_HITS : limit;
  const toRead = found.total !== undefined && found.total <= (search.thorough ? THOROUGH : QUICK) ? found.total : 0;

  const hits: SearchHit[] = [];
  let next: SearchPlace | null = null;
  let total = 0;
  let read = 0;
  let isCut = false;
  for (const id of found.ids) {
    if (hits.length >= wanted && read >= toRead) {
      isCut = true;
      break;
    }
    const article = getSearchedArticle(db, id);
    const placed = placeHits(query, article);
    const skipped = read === 0 && after?.article === article.uid ? after.hits : 0;
    const room = wanted - hits.length;
    if (room > 0) {
      const shown = placed.slice(skipped, skipped + room).map((hit) => toHit(article, hit, search.context));
      hits.push(...shown);
      next = { article: shown[0]?.article ?? (article.uid as SearchPlace['article']), hits: skipped + shown.length };
    }
    total += placed.length - skipped;
    read += 1;
  }
  const isMore = isCut || total > hits.length;
  return {
    total,
    articles: found.total ?? read,
    isExact: { total: !isCut && !after, articles: !after && (found.total !== undefined || !isCut) },
    isIndexed: isIndexed(db),
    hits: isByContext ? sortHits(hits, sort).slice(0, limit) : hits,
    next: isMore && sort === 'newest' ? next : null,
  };
}
