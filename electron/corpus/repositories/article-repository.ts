import type { Article, ArticleSummary } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import { toPartialDate } from '#shared/domain/partial-date';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toListedCondition } from './article-filter.ts';
import { listBlindIds } from './assignment-repository.ts';
import { STATE_OF_ARTICLE } from './article-state.ts';
import { listChangedSinceSettled } from './changed-since-settled.ts';
import { countByOutlet } from './count-by-outlet.ts';
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

const SUMMARY_COLUMNS = `
  a.id, a.uid, a.title, o.name AS outlet, a.year, a.month, a.day, a.language,
  (SELECT lower(hex(sha256)) FROM article_text WHERE id = a.text_id) AS sha256`;

/**
 * Articles that a filter means, in the library's order. `seenBy`: of what that person, by uid, tags blind still only their own tags are
 * counted. Errors: article-unknown, uid-ambiguous.
 */
export function listArticles(
  db: ReadDb,
  filter: ArticleFilter,
  { offset, limit, seenBy = null }: { offset: number; limit: number; seenBy?: string | null },
): { total: number; articles: ArticleSummary[] } {
  const groups = countByOutlet(db, filter);
  const total = groups.reduce((sum, { articles }) => sum + articles, 0);
  const ids: number[] = [];
  let before = 0;
  for (const { outletId, articles } of groups) {
    const skipped = Math.max(0, offset - before);
    before += articles;
    if (skipped >= articles) continue;
    ids.push(...listIdsOfOutlet(db, filter, outletId, { offset: skipped, limit: limit - ids.length }));
    if (ids.length >= limit) break;
  }
  const rows = statement<[string], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, l.state FROM json_each(?) page JOIN listed_article l ON l.article_id = page.value
       JOIN article a ON a.id = l.article_id LEFT JOIN outlet o ON o.id = l.outlet_id ORDER BY page.key`,
  ).all(JSON.stringify(ids));
  return { total, articles: toSummaries(db, rows, seenBy) };
}

/** A page of one outlet's articles, newest first. Source: index `listed_article_in_order`. */
function listIdsOfOutlet(
  db: ReadDb,
  filter: ArticleFilter,
  outlet: number | null,
  page: { offset: number; limit: number },
): number[] {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[typeof values], { id: number }>(
    db,
    `SELECT l.article_id AS id FROM listed_article l WHERE l.outlet_id IS @outlet AND ${sql}
     ORDER BY l.date DESC, l.sort_key LIMIT @limit OFFSET @offset`,
  )
    .all({ ...values, ...page, outlet })
    .map(({ id }) => id);
}

export const countMatching = (db: ReadDb, filter: ArticleFilter): number =>
  countByOutlet(db, filter).reduce((sum, { articles }) => sum + articles, 0);

/** Uids of the articles that a filter means, in order of uid: so that what is made of them has one order everywhere. */
export function listArticleUids(db: ReadDb, filter: ArticleFilter): ArticleId[] {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[typeof values], { uid: string }>(
    db,
    `SELECT a.uid FROM listed_article l JOIN article a ON a.id = l.article_id WHERE ${sql} ORDER BY a.uid`,
  )
    .all(values)
    .map(({ uid }) => ArticleId.parse(uid));
}

/** `seenBy`: as in `listArticles`. */
export function getArticleSummary(db: ReadDb, uid: ArticleId, seenBy: string | null = null): ArticleSummary {
  // from the rows themselves: within a change the list does not follow yet
  const row = statement<[object], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, ${STATE_OF_ARTICLE} AS state
     FROM article a LEFT JOIN outlet b ON b.id = a.outlet_id LEFT JOIN outlet o ON o.id = coalesce(b.merged_into_id, b.id)
     WHERE a.uid = @uid`,
  ).get({ uid, changed: JSON.stringify(listChangedSinceSettled(db, 'SELECT id FROM article WHERE uid = @of', uid)) });
  if (!row) throw new Error(`There is no article ${uid}`);
  return toSummaries(db, [row], seenBy)[0]!;
}

type LabelCount = { article: number; label: string; n: number };

/** How many of each label count in articles, by id. */
const countLabels = (db: ReadDb, articles: number[]): LabelCount[] =>
  statement<[string], LabelCount>(
    db,
    `SELECT n.article_id AS article, l.name AS label, count(*) AS n
     FROM (${toResult('SELECT value FROM json_each(?)')}) n JOIN label l ON l.id = n.label_id GROUP BY 1, 2`,
  ).all(JSON.stringify(articles));

/** How many of each label a person, by uid, has put on articles. */
const countOwnLabels = (db: ReadDb, articles: number[], person: string): LabelCount[] =>
  statement<[string, string], LabelCount>(
    db,
    `SELECT n.article_id AS article, l.name AS label, count(*) AS n
     FROM json_each(?) j CROSS JOIN annotation n ON n.article_id = j.value JOIN label l ON l.id = n.label_id
     WHERE +n.annotator_id = (SELECT id FROM annotator WHERE uid = ?) AND n.layer = 'own' AND ${isSeen('n')} GROUP BY 1, 2`,
  ).all(JSON.stringify(articles), person);

function toSummaries(db: ReadDb, rows: SummaryRow[], seenBy: string | null): ArticleSummary[] {
  const ids = rows.map(({ id }) => id);
  const blind = new Set(listBlindIds(db, seenBy));
  const [hidden, open] = [ids.filter((id) => blind.has(id)), ids.filter((id) => !blind.has(id))];
  const counts = [
    ...countLabels(db, open),
    ...(hidden.length > 0 && seenBy !== null ? countOwnLabels(db, hidden, seenBy) : []),
  ];
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

/** One article with its text and blocks. `seenBy`: as in `listArticles`. */
export function getArticle(db: ReadDb, uid: ArticleId, seenBy: string | null = null): Article {
  const summary = getArticleSummary(db, uid, seenBy);
  const row = statement<
    [string],
    Omit<Article, keyof ArticleSummary | 'text' | 'blocks' | 'meta'> & { id: number; text: string | null }
  >(
    db,
    `SELECT a.id, x.text, a.byline, a.date_written AS dateWritten, a.source_name AS source,
       (SELECT lower(hex(sha256)) FROM source WHERE id = a.source_id) AS sourceSha256,
       a.place, a.place_start AS sourceStart, a.place_end AS sourceEnd, a.encoding, a.address,
       coalesce(
         (SELECT s.at FROM journal j JOIN step s ON s.id = j.step_id WHERE j.target = a.uid AND j.op = 'insert'
          ORDER BY s.act IN ('merge', 'hand out'), j.lamport, s.uid LIMIT 1), -- these only bring what was imported elsewhere
         (SELECT s.at FROM batch b JOIN step s ON s.id = b.step_id WHERE b.id = a.batch_id)) AS importedAt
     FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?`,
  ).get(uid)!;
  const { id, text, ...rest } = row;
  const blocks = statement<[number], Article['blocks'][number]>(
    db,
    `SELECT kind, start_offset AS start, end_offset AS end, repeat_of AS repeatOf, found_by AS foundBy
     FROM block WHERE article_id = ? ORDER BY n`,
  ).all(id);
  const meta = statement<[number], Article['meta'][number]>(
    db,
    'SELECT key, value, found_by AS foundBy FROM article_meta WHERE article_id = ? ORDER BY n',
  ).all(id);
  return { ...summary, ...rest, text: text ?? '', blocks, meta };
}

/** The text that an article's offsets count in. */
export function getArticleText(db: ReadDb, uid: string): string {
  const row = statement<[string], { text: string | null }>(
    db,
    'SELECT x.text FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?',
  ).get(uid);
  return row?.text ?? '';
}

/** The oldest article with this text, other than `uid`, that is seen or stands in `batch`. Source: index `article_by_text`. */
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

export const countArticles = (db: ReadDb): number =>
  statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM listed_article').get()!.n;
