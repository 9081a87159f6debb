import type { Annotation } from '#shared/domain/annotation';
import { ArticleId } from '#shared/domain/ids';
import type { SettlementDecision } from '#shared/domain/settlement';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { hashContent } from '../model/hash-content.ts';
import { listSettled } from '../model/list-settled.ts';
import { toSaid } from '../model/to-said.ts';
import { listAdjudicated } from './adjudication-repository.ts';
import { listOfArticle } from './annotation-repository.ts';

type Settled = { id: number; article: string; coders: string };

/** Of the articles whose ids a query gives, those that are settled, with the names of the two. Source: index `adjudication_by_article`. */
const toSettled = (articles: string) => `
  SELECT a.id, a.uid AS article, (
    SELECT json_group_array(p.name) FROM (
      SELECT annotator_id FROM adjudication_coder WHERE adjudication_id = j.id ORDER BY n) c
      JOIN annotator p ON p.id = c.annotator_id) AS coders
  FROM article a JOIN adjudication j ON j.article_id = a.id WHERE a.id IN (${articles}) AND j.state = 'done'`;

/**
 * Ids of those articles that were settled and have been changed since: one of the two has a tag that nobody settled as it is now, or
 * something stands that was settled on what is no more. What was settled goes on counting.
 *
 * What was decided stands for the tags that it was decided on while these say what they said; what agreed, while the two say the same.
 * `articles`: SQL with `@of`. Complexity: the tags of those that are settled.
 */
export const listChangedSinceSettled = (db: ReadDb, articles: string, of: string | null = null): number[] =>
  statement<[object], Settled>(db, toSettled(articles))
    .all(articles.includes('@of') ? { of } : {})
    .filter((each) => isChanged(db, each))
    .map(({ id }) => id);

export const isChangedSinceSettled = (db: ReadDb, article: string): boolean =>
  listChangedSinceSettled(db, 'SELECT id FROM article WHERE uid = @of', article).length > 0;

function isChanged(db: ReadDb, { article, coders }: Settled): boolean {
  const names = JSON.parse(coders) as string[];
  const own = listOfArticle(db, ArticleId.parse(article), 'own').filter(({ annotator }) => names.includes(annotator));
  const standing = new Set(listAdjudicated(db, article).map(({ uid }) => uid));
  const accounted = new Set([
    ...listAgreeing(own, names).flatMap(({ uid, of }) => (standing.has(uid) ? [uid, ...of] : [])),
    ...listDecided(db, article).flatMap(({ settled, of }) =>
      settled.every((uid) => standing.has(uid)) ? [...settled, ...of] : [],
    ),
  ]);
  return [...own.map(({ uid }) => uid), ...standing].some((uid) => !accounted.has(uid));
}

/** By what rule puts in for them, tags of the two that say the same. */
function listAgreeing(own: readonly Annotation[], [left, right]: readonly string[]): { uid: string; of: string[] }[] {
  const others = Map.groupBy(
    own.filter(({ annotator }) => annotator === right),
    toSaid,
  );
  return own
    .filter(({ annotator }) => annotator === left)
    .flatMap((one) =>
      (others.get(toSaid(one)) ?? []).map((other) => {
        const of = [one.uid, other.uid].sort();
        return { uid: deriveUid('agreed', ...of), of };
      }),
    );
}

type DecidedRow = { uid: string; decision: SettlementDecision; content: string; sources: string };

/** What was decided on tags that say what they said then, with what it puts in. Source: index `settlement_by_article`. */
function listDecided(db: ReadDb, article: string): { settled: string[]; of: string[] }[] {
  return statement<[string], DecidedRow>(
    db,
    `SELECT t.uid, t.decision, t.content, (
       SELECT json_group_array(json_object('side', s.side, 'annotation', n.uid))
       FROM settlement_source s JOIN annotation n ON n.id = s.annotation_id WHERE s.settlement_id = t.id) AS sources
     FROM article a CROSS JOIN settlement t ON t.article_id = a.id WHERE a.uid = ? AND t.decision <> 'unsure'`,
  )
    .all(article)
    .flatMap(({ uid, decision, content, ...row }) => {
      const sources = JSON.parse(row.sources) as { side: 'left' | 'right'; annotation: string }[];
      const of = sources.map(({ annotation }) => annotation).sort();
      if (hashContent(db, of) !== content) return [];
      return [{ settled: listSettled(uid, { decision, sources }).map((each) => each.uid), of }];
    });
}
