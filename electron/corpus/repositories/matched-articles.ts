import { type ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { survivor } from './relation-ends.ts';

/** An article that a text may be. `sha256`: of its text. */
export type MatchedArticle = { uid: ArticleId; title: string; outlet: string | null; sha256: string };

const COLUMNS = `a.uid, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, lower(hex(x.sha256)) AS sha256`;

/** The article of that uid, if it is seen. */
export const findSeenArticle = (db: ReadDb, uid: string): MatchedArticle | undefined =>
  statement<[string], MatchedArticle>(
    db,
    `SELECT ${COLUMNS} FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ? AND ${isSeen('a')}`,
  ).get(uid);

/** Articles with a text, the oldest first: documents of one file that say the same meet them in its order. Source: index `article_by_text`. */
export const listArticlesWithText = (db: ReadDb, sha256: string): MatchedArticle[] =>
  statement<[string], MatchedArticle>(
    db,
    `SELECT ${COLUMNS} FROM article_text x CROSS JOIN article a ON a.text_id = x.id
     WHERE x.sha256 = unhex(?) AND ${isSeen('a')} ORDER BY a.id`,
  ).all(sha256);

const WITH_STANDING = ['annotation', 'relation', 'article', 'entity'] as const;
type WithStanding = (typeof WITH_STANDING)[number];

/** Made once: it is asked twice for each annotation that a file brings. */
const standings = Object.fromEntries(
  WITH_STANDING.map((kind) => [
    kind,
    `SELECT ${isSeen('t')} AS seen, coalesce(+t.batch_id = (SELECT id FROM batch WHERE uid = ?), 0) AS own
     FROM ${kind} t WHERE t.uid = ?`,
  ]),
) as Record<WithStanding, string>;

/** Where the row of a uid stands: seen, in that batch, or hidden in another; undefined where there is none. */
export function findStanding(
  db: ReadDb,
  kind: WithStanding,
  uid: string,
  batch: string | null,
): 'seen' | 'own' | 'hidden' | undefined {
  const row = statement<[string | null, string], { seen: number; own: number }>(db, standings[kind]).get(batch, uid);
  if (!row) return undefined;
  return row.seen === 1 ? 'seen' : row.own === 1 ? 'own' : 'hidden';
}
