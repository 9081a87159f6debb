import type { Article, ArticleSummary, Outlet } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { ArticleId, OutletId } from '#shared/domain/ids';
import { toPartialDate } from '#shared/domain/partial-date';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ARTICLE, toCondition } from './article-filter.ts';
import { toResult } from './result-layer.ts';

type SummaryRow = {
  id: number;
  uid: string;
  title: string;
  outlet: string | null;
  year: number | null;
  month: number | null;
  day: number | null;
  language: string | null;
  sha256: string;
  state: ArticleSummary['state'];
};

const FROM_ARTICLE = `FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id`;
const SUMMARY_COLUMNS = `
  a.id, a.uid, a.title, o.name AS outlet, a.year, a.month, a.day, a.language,
  (SELECT lower(hex(sha256)) FROM article_text WHERE id = a.text_id) AS sha256, ${STATE_OF_ARTICLE} AS state`;
const IN_LIBRARY_ORDER = `
  ORDER BY o.name IS NULL, o.name COLLATE NOCASE, a.year DESC, a.month DESC, a.day DESC, a.id`;

/** Articles that a filter means, in the library's order. Errors: article-unknown, uid-ambiguous. */
export function listArticles(
  db: ReadDb,
  filter: ArticleFilter,
  { offset, limit }: { offset: number; limit: number },
): { total: number; articles: ArticleSummary[] } {
  const { sql, values } = toCondition(db, filter);
  const total = countMatching(db, filter);
  const rows = statement<[typeof values], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS} ${FROM_ARTICLE} WHERE ${sql} ${IN_LIBRARY_ORDER} LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset });
  return { total, articles: toSummaries(db, rows) };
}

export function countMatching(db: ReadDb, filter: ArticleFilter): number {
  const { sql, values } = toCondition(db, filter);
  return statement<[typeof values], { n: number }>(db, `SELECT count(*) AS n ${FROM_ARTICLE} WHERE ${sql}`).get(values)!
    .n;
}

/** Uids of the articles that a filter means, in order of uid: so that what is made of them has one order everywhere. */
export function listArticleUids(db: ReadDb, filter: ArticleFilter): ArticleId[] {
  const { sql, values } = toCondition(db, filter);
  return statement<[typeof values], { uid: string }>(db, `SELECT a.uid ${FROM_ARTICLE} WHERE ${sql} ORDER BY a.uid`)
    .all(values)
    .map(({ uid }) => ArticleId.parse(uid));
}

export function getArticleSummary(db: ReadDb, uid: ArticleId): ArticleSummary {
  const row = statement<[string], SummaryRow>(db, `SELECT ${SUMMARY_COLUMNS} ${FROM_ARTICLE} WHERE a.uid = ?`).get(uid);
  if (!row) throw new Error(`There is no article ${uid}`);
  return toSummaries(db, [row])[0]!;
}

function toSummaries(db: ReadDb, rows: SummaryRow[]): ArticleSummary[] {
  const counts = statement<[string], { article: number; label: string; n: number }>(
    db,
    `SELECT n.article_id AS article, l.name AS label, count(*) AS n
     FROM (${toResult('SELECT value FROM json_each(?)')}) n JOIN label l ON l.id = n.label_id GROUP BY 1, 2`,
  ).all(JSON.stringify(rows.map(({ id }) => id)));
  const byArticle = Map.groupBy(counts, ({ article }) => article);
  return rows.map(({ id, year, month, day, ...row }) => {
    const own = byArticle.get(id) ?? [];
    return {
      ...row,
      uid: ArticleId.parse(row.uid),
      date: year === null ? null : toPartialDate({ year, month, day }),
      annotations: own.reduce((sum, { n }) => sum + n, 0),
      byLabel: Object.fromEntries(own.map(({ label, n }) => [label, n])),
    };
  });
}

/** One article with its text and blocks. */
export function getArticle(db: ReadDb, uid: ArticleId): Article {
  const summary = getArticleSummary(db, uid);
  const row = statement<
    [string],
    Omit<Article, keyof ArticleSummary | 'text' | 'blocks'> & { id: number; text: string | null }
  >(
    db,
    `SELECT a.id, x.text, a.byline, a.date_written AS dateWritten, a.source_name AS source,
       (SELECT lower(hex(sha256)) FROM source WHERE id = a.source_id) AS sourceSha256,
       a.place_start AS sourceStart, a.place_end AS sourceEnd, a.encoding,
       (SELECT s.at FROM batch b JOIN step s ON s.id = b.step_id WHERE b.id = a.batch_id) AS importedAt
     FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?`,
  ).get(uid)!;
  const { id, text, ...rest } = row;
  const blocks = statement<[number], Article['blocks'][number]>(
    db,
    `SELECT kind, start_offset AS start, end_offset AS end, repeat_of AS repeatOf, found_by AS foundBy
     FROM block WHERE article_id = ? ORDER BY n`,
  ).all(id);
  return { ...summary, ...rest, text: text ?? '', blocks };
}

/** The text that an article's offsets count in. */
export function getArticleText(db: ReadDb, uid: string): string {
  const row = statement<[string], { text: string | null }>(
    db,
    'SELECT x.text FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?',
  ).get(uid);
  return row?.text ?? '';
}

/** An article with this text, other than `uid`, that is seen or stands in `batch`. Source: index `article_by_text`. */
export const findArticleWithText = (
  db: ReadDb,
  textSha256: string,
  uid: string,
  batch: string | null = null,
): ArticleId | undefined => {
  const row = statement<[string, string, string | null], { uid: string }>(
    db,
    `SELECT a.uid FROM article a JOIN article_text x ON x.id = a.text_id
     WHERE x.sha256 = unhex(?) AND a.uid <> ?
       AND (${isSeen('a')} OR +a.batch_id = (SELECT id FROM batch WHERE uid = ?)) ORDER BY a.id LIMIT 1`,
  ).get(textSha256, uid, batch);
  return row && ArticleId.parse(row.uid);
};

export const isArticleSeen = (db: ReadDb, uid: string): boolean =>
  statement<[string], { n: number }>(db, `SELECT count(*) AS n FROM article a WHERE a.uid = ? AND ${isSeen('a')}`).get(
    uid,
  )!.n === 1;

export const countArticles = (db: ReadDb): number =>
  statement<[], { n: number }>(db, `SELECT count(*) AS n FROM article a WHERE ${isSeen('a')}`).get()!.n;

export const listOutlets = (db: ReadDb): Outlet[] =>
  statement<[], { uid: string; name: string; articles: number }>(
    db,
    `SELECT o.uid, o.name, (SELECT count(*) FROM article a WHERE a.outlet_id = o.id AND ${isSeen('a')}) AS articles
     FROM outlet o WHERE ${isSeen('o')} ORDER BY o.name COLLATE NOCASE`,
  )
    .all()
    .map((row) => ({ ...row, uid: OutletId.parse(row.uid) }));

/** The outlet of that name or alias, seen or not; the smallest uid where there are two. */
export const findOutletUid = (db: ReadDb, name: string): string | undefined =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT uid FROM outlet WHERE name = ? COLLATE NOCASE
     UNION SELECT o.uid FROM outlet_alias c JOIN outlet o ON o.id = c.outlet_id WHERE c.alias = ? COLLATE NOCASE
     ORDER BY 1 LIMIT 1`,
  ).get(name, name)?.uid;
