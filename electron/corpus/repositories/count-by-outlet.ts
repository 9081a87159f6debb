import type { ArticleFilter } from '#shared/domain/filter';
import { statement, type ReadDb } from '../connection.ts';
import { toListedCondition } from './article-filter.ts';

export type OutletCount = { outletId: number | null; outlet: string | null; articles: number };

const MOST_FILTERS = 100;

/** What was counted since something last changed, on each connection. */
const counted = new WeakMap<ReadDb, { change: string; byFilter: Map<string, OutletCount[]> }>();

/** Differs when anybody has changed the corpus: others on their connections, or this one. */
const toChange = (db: ReadDb): string =>
  `${String(db.pragma('data_version', { simple: true }))} ${
    statement<[], { n: number }>(db, 'SELECT total_changes() AS n').get()!.n
  }`;

/**
 * How many articles that a filter means each outlet has, in the library's order; those of no known outlet last.
 *
 * Counted once for all pages of a filter. Errors: article-unknown, uid-ambiguous.
 */
export function countByOutlet(db: ReadDb, filter: ArticleFilter): OutletCount[] {
  const change = toChange(db);
  let known = counted.get(db);
  if (known?.change !== change) counted.set(db, (known = { change, byFilter: new Map() }));
  const key = JSON.stringify(filter);
  let found = known.byFilter.get(key);
  if (found) return found;
  if (known.byFilter.size >= MOST_FILTERS) known.byFilter.clear();
  known.byFilter.set(key, (found = count(db, filter)));
  return found;
}

function count(db: ReadDb, filter: ArticleFilter): OutletCount[] {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[typeof values], OutletCount>(
    db,
    `SELECT c.outlet_id AS outletId, o.name AS outlet, c.articles FROM (
       SELECT l.outlet_id, count(*) AS articles FROM listed_article l WHERE ${sql} GROUP BY l.outlet_id
     ) c LEFT JOIN outlet o ON o.id = c.outlet_id
     ORDER BY c.outlet_id IS NULL, o.name COLLATE NOCASE, o.uid`,
  ).all(values);
}

/** Where an article stands in the list of a filter, from 0; undefined where it is not in it. */
export function findPlace(db: ReadDb, article: string, filter: ArticleFilter): number | undefined {
  const { sql, values } = toListedCondition(db, filter);
  const own = statement<[typeof values], { outletId: number | null; place: number }>(
    db,
    `SELECT own.outlet_id AS outletId, (
       SELECT count(*) FROM listed_article l WHERE l.outlet_id IS own.outlet_id AND l.date >= own.date
         AND (l.date > own.date OR l.sort_key < own.sort_key) AND ${sql}) AS place
     FROM listed_article own WHERE own.article_id IN (
       SELECT l.article_id FROM article a JOIN listed_article l ON l.article_id = a.id WHERE a.uid = @article AND ${sql})`,
  ).get({ ...values, article });
  if (!own) return undefined;
  const groups = countByOutlet(db, filter);
  const group = groups.findIndex(({ outletId }) => outletId === own.outletId);
  return groups.slice(0, group).reduce((sum, { articles }) => sum + articles, own.place);
}
