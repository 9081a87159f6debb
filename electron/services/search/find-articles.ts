import type { SearchPlace, SearchSort } from '#shared/domain/search';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Condition } from '../../corpus/repositories/article-filter.ts';
import {
  countMatches,
  getListPlace,
  isMatch,
  listMatches,
  listNewest,
  listRelevant,
  type ListPlace,
} from '../../corpus/repositories/search-repository.ts';

/** What is held by more articles is not listed whole: the newest articles are looked at one by one, since many of them hold it. */
const COMMON = 10_000;
/** So many are looked at before it is listed whole all the same. A look costs about 40 µs, the whole list up to 150 ms. */
const MOST_LOOKS = 1000;
/** So many articles are ranked. */
const MOST_RELEVANT = 1000;
/** So many places of the list are read at once. */
const PAGE = 200;

/** The articles to place hits in, in order, by id; `total` is undefined where they were not counted. */
export type FoundArticles = { ids: Iterable<number>; total: number | undefined };

/** The articles that hold what is sought, newest first or the most relevant first. Errors: article-unknown. */
export function findArticles(
  db: ReadDb,
  match: string,
  condition: Condition,
  { sort, after }: { sort: SearchSort; after?: SearchPlace | undefined },
  { common, mostLooks }: { common: number; mostLooks: number } = { common: COMMON, mostLooks: MOST_LOOKS },
): FoundArticles {
  if (sort === 'relevance') {
    const ids = listRelevant(db, match, condition, MOST_RELEVANT);
    return { ids, total: ids.length < MOST_RELEVANT ? ids.length : undefined };
  }
  const from = after && getListPlace(db, after.article);
  if (countMatches(db, match, common) === common)
    return { ids: walk(db, match, condition, from, mostLooks), total: undefined };
  const places = listMatches(db, match, condition, from);
  return { ids: places.map(({ id }) => id), total: after ? undefined : places.length };
}

/** Looks at the newest articles one by one; where too many of them do not hold it, lists the rest of those that do. */
function* walk(
  db: ReadDb,
  match: string,
  condition: Condition,
  from: ListPlace | undefined,
  mostLooks: number,
): Generator<number> {
  let next = from;
  let last = -1; // the place that a page goes on from is its first row again
  for (let looks = 0; looks < mostLooks; looks += PAGE) {
    const page = listNewest(db, condition, next, PAGE);
    for (const { id } of page) if (id !== last && isMatch(db, match, id)) yield id;
    if (page.length < PAGE) return;
    next = page.at(-1)!;
    last = next.id;
  }
  for (const { id } of listMatches(db, match, condition, next)) if (id !== last) yield id;
}
