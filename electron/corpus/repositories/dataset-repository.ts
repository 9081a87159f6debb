import type { AnnotationState } from '#shared/domain/annotation';
import { ArticleId } from '#shared/domain/ids';
import { toPartialDate } from '#shared/domain/partial-date';
import type { ArticleDetails, DatasetCluster, DatasetRelation, DatasetText } from '#shared/domain/dataset-item';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfRelation } from './annotation-state.ts';
import { survivor } from './relation-ends.ts';

type Date = { year: number | null; month: number | null; day: number | null };
type ArticleRow = Date & Omit<DatasetText, 'uid' | 'date'> & { uid: string };

const toDate = ({ year, month, day }: Date) => (year === null ? null : toPartialDate({ year, month, day }));

/** Articles with their texts, in order of uid. Source: index of uids. */
export function listDatasetArticles(db: ReadDb, uids: readonly ArticleId[]): DatasetText[] {
  const rows = statement<[string], ArticleRow>(
    db,
    `SELECT a.uid, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, a.year, a.month, a.day, a.language, a.address,
       a.byline, lower(hex(x.sha256)) AS sha256, coalesce(x.text, '') AS text
     FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value JOIN article_text x ON x.id = a.text_id
     ORDER BY a.uid`,
  ).all(JSON.stringify(uids));
  return rows.map(({ uid, year, month, day, ...row }) => ({
    ...row,
    uid: ArticleId.parse(uid),
    date: toDate({ year, month, day }),
  }));
}

/** What is known of one article beside what every dataset has. Source: index of uids; keys of `block` and `article_meta`. */
export function getArticleDetails(db: ReadDb, uid: string): ArticleDetails {
  const { dateWritten, blocks, meta } = statement<
    [string],
    { dateWritten: string | null; blocks: string; meta: string }
  >(
    db,
    `SELECT a.date_written AS dateWritten,
       (SELECT json_group_array(json_object('kind', b.kind, 'start', b.start_offset, 'end', b.end_offset,
          'repeatOf', b.repeat_of, 'foundBy', b.found_by) ORDER BY b.n) FROM block b WHERE b.article_id = a.id) AS blocks,
       (SELECT json_group_array(json_object('key', m.key, 'value', m.value, 'foundBy', m.found_by) ORDER BY m.n)
        FROM article_meta m WHERE m.article_id = a.id) AS meta
     FROM article a WHERE a.uid = ?`,
  ).get(uid)!;
  return {
    dateWritten,
    blocks: JSON.parse(blocks) as ArticleDetails['blocks'],
    meta: JSON.parse(meta) as ArticleDetails['meta'],
  };
}

type RelationRow = Omit<DatasetRelation, 'isSymmetric'> & {
  article: string;
  symmetric: number;
  state: AnnotationState;
};

/**
 * Relations that lead from annotations of these articles and are not rejected, in order of uid; `article` is where they lead from.
 * Source: indexes `annotation_by_article`, `relation_by_from`.
 */
export function listDatasetRelations(
  db: ReadDb,
  articles: readonly ArticleId[],
): (DatasetRelation & { article: string })[] {
  const rows = statement<[string], RelationRow>(
    db,
    `SELECT z.uid, k.name AS kind, k.symmetric, x.uid AS "from", y.uid AS "to", a.uid AS article, b.uid AS toArticle, z.note,
       p.name AS annotator, ${toStateOfRelation('z')} AS state
     FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value
       CROSS JOIN annotation x ON x.article_id = a.id CROSS JOIN relation z ON z.from_annotation_id = x.id
       JOIN relation_kind k ON k.id = z.relation_kind_id JOIN annotation y ON y.id = z.to_annotation_id
       JOIN article b ON b.id = y.article_id JOIN annotator p ON p.id = z.annotator_id
     WHERE ${isSeen('z')} ORDER BY z.uid`,
  ).all(JSON.stringify(articles));
  return rows
    .filter(({ state }) => state !== 'rejected')
    .map(({ symmetric, ...row }) => ({ ...row, isSymmetric: symmetric === 1 }));
}

/** Which annotations of these articles belong to which event card, by uids. */
export const listDatasetMembers = (
  db: ReadDb,
  articles: readonly ArticleId[],
): { cluster: string; annotation: string }[] =>
  statement<[string], { cluster: string; annotation: string }>(
    db,
    `SELECT c.uid AS cluster, n.uid AS annotation
     FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value CROSS JOIN annotation n ON n.article_id = a.id
       CROSS JOIN cluster_member m ON m.annotation_id = n.id JOIN cluster c ON c.id = m.cluster_id
     WHERE ${isSeen('n')} ORDER BY c.uid, n.uid`,
  ).all(JSON.stringify(articles));

type ClusterRow = Date & Omit<DatasetCluster, 'date' | 'members'>;

/** Event cards by uid, in order of it. */
export const listDatasetClusters = (db: ReadDb, uids: readonly string[]): Omit<DatasetCluster, 'members'>[] =>
  statement<[string], ClusterRow>(
    db,
    `SELECT c.uid, c.title, c.note, c.year, c.month, c.day, ${survivor('entity', 'c.entity_id')} AS place
     FROM cluster c WHERE c.uid IN (SELECT value FROM json_each(?)) ORDER BY c.uid`,
  )
    .all(JSON.stringify(uids))
    .map(({ year, month, day, ...row }) => ({
      ...row,
      uid: row.uid,
      date: toDate({ year, month, day }),
    }));

/** Everybody who has tagged, in order of uid. */
export const listNames = (db: ReadDb): { name: string; initials: string }[] =>
  statement<[], { name: string; initials: string }>(db, 'SELECT name, initials FROM annotator ORDER BY uid').all();

/** How many suggestions that nobody took are stored, and stay out of a dataset. */
export const countPredictions = (db: ReadDb): number =>
  statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM prediction').get()!.n;
