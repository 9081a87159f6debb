import type { ArticleFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import type { ReviewComment } from '#shared/domain/review';
import type { AdjudicationState, Coder, SettlementDecision } from '#shared/domain/settlement';
import { toPartialDate, type PartialDate } from '#shared/domain/partial-date';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toListedCondition, type Condition } from './article-filter.ts';
import { toWrittenAt } from './review-repository.ts';

export type SharedArticle = {
  article: ArticleId;
  title: string;
  outlet: string | null;
  date: PartialDate | null;
  state: AdjudicationState | null;
  isChanged: boolean;
};

/** Ids of those who tagged an article, or said that they are done with it, also where they found nothing in it. */
const toCoders = (article: string) => `
  SELECT n.annotator_id AS id FROM annotation n WHERE n.article_id = ${article} AND n.layer = 'own' AND ${isSeen('n')}
  UNION SELECT w.annotator_id FROM article_work w WHERE w.article_id = ${article} AND w.state = 'done'`;

const OF_SEVERAL = `(SELECT count(*) FROM (${toCoders('l.article_id')})) > 1`;

/**
 * Articles that several people tagged, by title, of those that a condition on listed article `l` means, without those of `except`, by id.
 * `isOpen`: without those that are settled and have not been changed since.
 *
 * Complexity: the articles that anybody tagged.
 */
export function listShared(
  db: ReadDb,
  { sql, values }: Condition,
  { except, isOpen, offset, limit }: { except: readonly number[]; isOpen: boolean; offset: number; limit: number },
): { total: number; articles: SharedArticle[] } {
  const from = `FROM listed_article l JOIN article a ON a.id = l.article_id LEFT JOIN outlet o ON o.id = l.outlet_id
      LEFT JOIN adjudication j ON j.article_id = a.id
    WHERE ${sql} AND l.state <> 'new' AND l.article_id NOT IN (SELECT value FROM json_each(@except))
      AND (@isOpen = 0 OR coalesce(j.state, 'open') = 'open' OR l.state = 'changed') AND ${OF_SEVERAL}`;
  const given = { ...values, except: JSON.stringify(except), isOpen: Number(isOpen) };
  const { total } = statement<[object], { total: number }>(db, `SELECT count(*) AS total ${from}`).get(given)!;
  type Row = Omit<SharedArticle, 'article' | 'date' | 'isChanged'> & {
    article: string;
    isChanged: number;
    year: number | null;
    month: number | null;
    day: number | null;
  };
  const articles = statement<[object], Row>(
    db,
    `SELECT a.uid AS article, a.title, o.name AS outlet, a.year, a.month, a.day, j.state, l.state = 'changed' AS isChanged ${from}
     ORDER BY a.title COLLATE NOCASE, a.uid LIMIT @limit OFFSET @offset`,
  )
    .all({ ...given, offset, limit })
    .map(({ year, month, day, ...row }) => ({
      ...row,
      article: ArticleId.parse(row.article),
      date: year === null ? null : toPartialDate({ year, month, day }),
      isChanged: row.isChanged === 1,
    }));
  return { total, articles };
}

/** Of the articles that a filter means, how many were settled, and how many of those were changed since. Errors: those of the filter. */
export function countSettled(db: ReadDb, filter: ArticleFilter): { articles: number; changed: number } {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[object], { articles: number; changed: number }>(
    db,
    `SELECT count(*) AS articles, coalesce(sum(l.state = 'changed'), 0) AS changed
     FROM adjudication j CROSS JOIN listed_article l ON l.article_id = j.article_id WHERE j.state = 'done' AND ${sql}`,
  ).get(values)!;
}

/** Who tagged an article, in order of uid, so that every copy of the corpus has the same two first. */
export const listCoders = (db: ReadDb, article: string): (Coder & { uid: string })[] =>
  statement<[string], Coder & { uid: string }>(
    db,
    `SELECT p.uid, p.name, w.state, (SELECT count(*) FROM annotation n
       WHERE n.article_id = a.id AND +n.annotator_id = p.id AND n.layer = 'own' AND ${isSeen('n')}) AS annotations
     FROM article a JOIN annotator p ON p.id IN (${toCoders('a.id')})
       LEFT JOIN article_work w ON w.article_id = a.id AND w.annotator_id = p.id
     WHERE a.uid = ? ORDER BY p.uid`,
  ).all(article);

/** The adjudication of an article, and whose layers it is between. Source: index `adjudication_by_article`. */
export const findAdjudication = (
  db: ReadDb,
  article: string,
): { state: AdjudicationState; coders: string[] } | undefined => {
  const row = statement<[string], { id: number; state: AdjudicationState }>(
    db,
    'SELECT j.id, j.state FROM article a CROSS JOIN adjudication j ON j.article_id = a.id WHERE a.uid = ?',
  ).get(article);
  return (
    row && {
      state: row.state,
      coders: statement<[number], string>(
        db,
        `SELECT p.uid FROM adjudication_coder c JOIN annotator p ON p.id = c.annotator_id
         WHERE c.adjudication_id = ? ORDER BY c.n`,
      )
        .pluck()
        .all(row.id),
    }
  );
};

export type SettlementRow = {
  id: number;
  uid: string;
  by: string;
  decision: SettlementDecision;
  reason: string;
  comment: string;
  content: string;
  label: string | null;
  rule: string | null;
  at: string;
};

/** What was decided on differences of an article. Source: index `settlement_by_article`. */
export const listSettlements = (db: ReadDb, article: string): SettlementRow[] =>
  statement<[string], SettlementRow>(
    db,
    `SELECT t.id, t.uid, p.name AS by, t.decision, t.reason, t.comment, t.content, l.name AS label, t.rule,
       ${toWrittenAt('t.uid')} AS at
     FROM article a CROSS JOIN settlement t ON t.article_id = a.id JOIN annotator p ON p.id = t.annotator_id
       LEFT JOIN label l ON l.id = t.rule_label_id
     WHERE a.uid = ?`,
  ).all(article);

/** What was said about a settlement, oldest first. Source: index `settlement_comment_by_settlement`. */
export const listSettlementComments = (db: ReadDb, settlement: number): ReviewComment[] =>
  statement<[number], ReviewComment>(
    db,
    `SELECT p.name AS annotator, c.text, ${toWrittenAt('c.uid')} AS at
     FROM settlement_comment c JOIN annotator p ON p.id = c.annotator_id WHERE c.settlement_id = ? ORDER BY c.uid`,
  ).all(settlement);

/** What stands in the settled layer of an article by adjudication, with the settlement or rule that it comes from, by uid. */
export const listAdjudicated = (db: ReadDb, article: string): { uid: string; reference: string | null }[] =>
  statement<[string], { uid: string; reference: string | null }>(
    db,
    `SELECT n.uid, n.origin_reference AS reference FROM article a CROSS JOIN annotation n ON n.article_id = a.id
     WHERE a.uid = ? AND n.layer = 'settled' AND n.origin = 'adjudication' AND ${isSeen('n')} ORDER BY n.uid`,
  ).all(article);

/** What a settlement put into the settled layer of its article, by uid. Source: indexes `settlement.uid`, `annotation_by_article`. */
export const listSettledBy = (db: ReadDb, settlement: string): string[] =>
  statement<[string], string>(
    db,
    `SELECT n.uid FROM settlement t CROSS JOIN annotation n ON n.article_id = t.article_id
     WHERE t.uid = ? AND n.layer = 'settled' AND n.origin_reference = t.uid AND ${isSeen('n')}`,
  )
    .pluck()
    .all(settlement);
