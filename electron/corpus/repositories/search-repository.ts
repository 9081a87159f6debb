import { ExpectedError } from '#shared/errors';
import { statement, type ReadDb } from '../connection.ts';
import { searchIndex } from '../derived/search-index.ts';
import { isSeen } from '../model/rows.ts';
import type { Condition } from './article-filter.ts';

/** An article as hits are placed in it. */
export type SearchedArticle = {
  uid: string;
  title: string;
  text: string;
  outlet: string | null;
  year: number | null;
  month: number | null;
  day: number | null;
};

/** An article's place in the list of all, newest first: by `date`, a number that sorts like the date, and `key` (`listed_article`). */
export type ListPlace = { id: number; date: number; key: string };

const PLACE = 'l.article_id AS id, l.date, l.sort_key AS key';
const AFTER = 'l.date <= @date AND (l.date < @date OR l.sort_key >= @key)';
const NEWEST_FIRST = 'ORDER BY l.date DESC, l.sort_key';
const FIRST_PLACE: ListPlace = { id: 0, date: 99_999_999, key: '' };

/** How many articles match, counted up to `most`. */
export const countMatches = (db: ReadDb, match: string, most: number): number =>
  statement<[string, number], { n: number }>(
    db,
    'SELECT count(*) AS n FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)',
  ).get(match, most)!.n;

/**
 * Whether an article matches. Numbers are bound as REAL, by which FTS5 does not seek (it answers its first row instead), hence
 * the cast.
 */
export const isMatch = (db: ReadDb, match: string, id: number): boolean =>
  statement<[string, number], { found: 1 }>(
    db,
    'SELECT 1 AS found FROM search_index WHERE search_index MATCH ? AND rowid = CAST(? AS INTEGER)',
  ).get(match, id) !== undefined;

/** All articles that match and that a condition on listed article `l` allows, newest first, from a place on. */
export function listMatches(db: ReadDb, match: string, { sql, values }: Condition, from = FIRST_PLACE): ListPlace[] {
  return statement<[object], ListPlace>(
    db,
    `SELECT ${PLACE} FROM search_index CROSS JOIN listed_article l ON l.article_id = search_index.rowid
     WHERE search_index MATCH @match AND ${sql} AND ${AFTER} ${NEWEST_FIRST}`,
  ).all({ ...values, match, ...from });
}

/** The same by relevance, the best `limit` of them. */
export function listRelevant(db: ReadDb, match: string, { sql, values }: Condition, limit: number): number[] {
  return statement<[object], { id: number }>(
    db,
    `SELECT l.article_id AS id FROM search_index CROSS JOIN listed_article l ON l.article_id = search_index.rowid
     WHERE search_index MATCH @match AND ${sql} ORDER BY search_index.rank, l.date DESC, l.sort_key LIMIT @limit`,
  )
    .all({ ...values, match, limit })
    .map(({ id }) => id);
}

/** A page of the articles that a condition on listed article `l` allows, newest first, from a place on. */
export function listNewest(db: ReadDb, { sql, values }: Condition, from = FIRST_PLACE, limit = -1): ListPlace[] {
  return statement<[object], ListPlace>(
    db,
    `SELECT ${PLACE} FROM listed_article l WHERE ${sql} AND ${AFTER} ${NEWEST_FIRST} LIMIT @limit`,
  ).all({ ...values, ...from, limit });
}

/** Where an article stands in the list. Errors: article-unknown. */
export function getListPlace(db: ReadDb, uid: string): ListPlace {
  const place = statement<[string], ListPlace>(
    db,
    `SELECT ${PLACE} FROM listed_article l WHERE l.article_id = (SELECT id FROM article WHERE uid = ?)`,
  ).get(uid);
  if (!place) throw new ExpectedError('article-unknown', { article: uid });
  return place;
}

export function getSearchedArticle(db: ReadDb, id: number): SearchedArticle {
  return statement<[number], SearchedArticle>(
    db,
    `SELECT a.uid, a.title, coalesce(x.text, '') AS text, o.name AS outlet, a.year, a.month, a.day
     FROM listed_article l JOIN article a ON a.id = l.article_id JOIN article_text x ON x.id = a.text_id
       LEFT JOIN outlet o ON o.id = l.outlet_id WHERE l.article_id = ?`,
  ).get(id)!;
}

/** Whether the index is there as this Galley makes it; while it is being made, articles may be missing. */
export const isIndexed = (db: ReadDb): boolean =>
  statement<[string], { version: number }>(db, 'SELECT version FROM derived WHERE name = ?').get(searchIndex.name)
    ?.version === searchIndex.version;

/** Whether a person has tagged exactly this with this label, seen or in `batch`. Source: index `annotation_by_article`. */
export const hasSameTag = (
  db: ReadDb,
  tag: { article: string; label: string; annotator: string; start: number; end: number; batch: string },
): boolean =>
  statement<[typeof tag], { found: 1 }>(
    db,
    `SELECT 1 AS found FROM annotation n JOIN annotation_span f ON f.annotation_id = n.id
     WHERE n.article_id = (SELECT id FROM article WHERE uid = @article)
       AND n.label_id = (SELECT id FROM label WHERE uid = @label)
       AND +n.annotator_id = (SELECT id FROM annotator WHERE uid = @annotator) AND n.layer = 'own'
       AND f.start_offset = @start AND f.end_offset = @end
       AND (${isSeen('n')} OR +n.batch_id = (SELECT id FROM batch WHERE uid = @batch)) LIMIT 1`,
  ).get(tag) !== undefined;
