import { RE2JS, RE2JSException } from 're2js';
import { ExpectedError } from '#shared/errors';
import type { ArticleFilter } from '#shared/domain/filter';
import type { SearchHit, SearchResult } from '#shared/domain/search';
import { widenToGraphemes } from '#shared/text/graphemes';
import type { ReadDb } from '../../corpus/connection.ts';
import { toListedCondition } from '../../corpus/repositories/article-filter.ts';
import { getSearchedArticle, listNewest } from '../../corpus/repositories/search-repository.ts';
import { pause, type Job } from '../job.ts';
import { sortHits } from './sort-hits.ts';
import { toHit } from './to-hit.ts';

export type RegexSearch = {
  expression: string;
  filter: ArticleFilter;
  sort: 'newest' | 'left' | 'right';
  limit: number;
  context: number;
};

/** How long is searched before waiting calls are answered. Unit: ms. */
const SLICE = 30;

/** Errors: expression-invalid. */
function compile(expression: string): RE2JS {
  try {
    return RE2JS.compile(expression, RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const detail = error.message.replace(/^error parsing regexp: /, '').replace('`(?m)', '`');
    throw new ExpectedError('expression-invalid', { detail });
  }
}

/**
 * Places in the texts of a filter's articles that a regular expression matches, newest article first; `^` and `$` are ends of
 * lines. The time grows with the length of the texts, whatever the expression.
 *
 * Errors: expression-invalid, cancelled and those of the filter.
 */
export async function searchRegex(db: ReadDb, search: RegexSearch, job: Job): Promise<SearchResult> {
  const pattern = compile(search.expression);
  const places = listNewest(db, toListedCondition(db, search.filter));
  const hits: SearchHit[] = [];
  let total = 0;
  let articles = 0;
  let until = 0;
  for (const [n, { id }] of places.entries()) {
    if (performance.now() > until) {
      job.report({ done: n, total: places.length, what: search.expression });
      await pause(job);
      until = performance.now() + SLICE;
    }
    const article = getSearchedArticle(db, id);
    const before = total;
    const matcher = pattern.matcher(article.text);
    while (matcher.find()) {
      const span = { start: matcher.start(), end: matcher.end() };
      if (span.start === span.end) continue;
      total += 1;
      if (hits.length >= search.limit) continue;
      hits.push(toHit(article, { ...widenToGraphemes(article.text, span), where: 'text' }, search.context));
    }
    if (total > before) articles += 1;
  }
  const sorted = search.sort === 'newest' ? hits : sortHits(hits, search.sort);
  return { total, articles, isExact: { total: true, articles: true }, isIndexed: true, hits: sorted };
}
