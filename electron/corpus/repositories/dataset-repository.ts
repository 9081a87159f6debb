import type { AnnotationState } from '#shared/domain/annotation';
import type { BlockKind } from '#shared/domain/block';
import type {
  ArticleDetails,
  DatasetCluster,
  DatasetEntity,
  DatasetRelation,
  DatasetText,
} from '#shared/domain/dataset-item';
import { EntityId, type ArticleId } from '#shared/domain/ids';
import { toPartialDate } from '#shared/domain/partial-date';
import { statement, type ReadDb } from '../connection.ts';
import { sha256Hex } from '../journal/hash.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfRelation } from './annotation-state.ts';
import { listAliases, listRefs } from './entity-repository.ts';
import { survivor } from './relation-ends.ts';

type Date = { year: number | null; month: number | null; day: number | null };
type ArticleRow = Date &
  Omit<DatasetText, 'uid' | 'date' | 'sha256' | 'text'> & { uid: string; sha256: Buffer; text: Buffer };

const toDate = ({ year, month, day }: Date) => (year === null ? null : toPartialDate({ year, month, day }));

// texts come as bytes: they are hashed as they are, and become strings in a third of the time
const ARTICLES = `
  SELECT a.uid, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, a.year, a.month, a.day, a.language, a.address,
    a.byline, x.sha256, CAST(coalesce(x.text, '') AS BLOB) AS text
  FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value JOIN article_text x ON x.id = a.text_id
  ORDER BY a.uid`;

/**
 * Articles with their texts, in order of uid. `isIntact`: whether the text has the hash that it was kept under.
 *
 * Source: index of uids.
 */
export const listDatasetArticles = (db: ReadDb, uids: readonly ArticleId[]): (DatasetText & { isIntact: boolean })[] =>
  statement<[string], ArticleRow>(db, ARTICLES)
    .all(JSON.stringify(uids))
    .map(({ uid, year, month, day, sha256: kept, text, ...row }) => {
      const sha256 = kept.toString('hex');
      return {
        ...row,
        uid: uid as ArticleId,
        date: toDate({ year, month, day }),
        sha256,
        text: text.toString('utf8'),
        isIntact: sha256Hex(text) === sha256,
      };
    });

const NAMED_ARTICLES = 'json_each(?) named CROSS JOIN article a ON a.uid = named.value';

/**
 * What is known of articles beside what every dataset has, by uid.
 *
 * Source: index of uids; keys of `block` and `article_meta`.
 */
export function listArticleDetails(db: ReadDb, uids: readonly ArticleId[]): Map<string, ArticleDetails> {
  const named = JSON.stringify(uids);
  const dates = statement<[string], [place: number, dateWritten: string | null]>(
    db,
    `SELECT named.key, a.date_written FROM ${NAMED_ARTICLES} ORDER BY named.key`,
  );
  const blocks = statement<[string], [place: number, BlockKind, number, number, number | null, foundBy: string]>(
    db,
    `SELECT named.key, b.kind, b.start_offset, b.end_offset, b.repeat_of, b.found_by
     FROM ${NAMED_ARTICLES} CROSS JOIN block b ON b.article_id = a.id ORDER BY named.key, b.n`,
  );
  const meta = statement<[string], [place: number, key: string, value: string, foundBy: string]>(
    db,
    `SELECT named.key, m.key, m.value, m.found_by
     FROM ${NAMED_ARTICLES} CROSS JOIN article_meta m ON m.article_id = a.id ORDER BY named.key, m.n`,
  );
  const details: ArticleDetails[] = [];
  for (const [place, dateWritten] of dates.raw().all(named)) details[place] = { dateWritten, blocks: [], meta: [] };
  for (const [place, kind, start, end, repeatOf, foundBy] of blocks.raw().all(named))
    details[place]!.blocks.push({ kind, start, end, repeatOf, foundBy });
  for (const [place, key, value, foundBy] of meta.raw().all(named)) details[place]!.meta.push({ key, value, foundBy });
  return new Map(uids.map((uid, place) => [uid, details[place]!]));
}

type EntityRow = Omit<DatasetEntity, 'aliases' | 'details'> &
  Omit<DatasetEntity['details'], 'refs' | 'aliases'> & { id: number };

/** Entities by uid, in order of it, each with the names of what was merged into it. Source: index of uids. */
export function listDatasetEntities(db: ReadDb, uids: readonly string[]): DatasetEntity[] {
  const rows = statement<[string], EntityRow>(
    db,
    `SELECT e.id, e.uid, l.name AS label, e.kind, e.name, e.description, e.latitude, e.longitude
     FROM json_each(?) named CROSS JOIN entity e ON e.uid = named.value JOIN label l ON l.id = e.label_id ORDER BY e.uid`,
  ).all(JSON.stringify(uids));
  const ids = rows.map(({ id }) => id);
  const aliases = listAliases(db, ids);
  const refs = listRefs(db, ids);
  return rows.map(({ id, uid, label, kind, name, ...details }) => {
    const own = aliases.get(id) ?? [];
    return {
      uid: EntityId.parse(uid),
      label,
      kind,
      name,
      aliases: [...new Set(own.map(({ form }) => form))],
      details: { ...details, refs: refs.get(id) ?? [], aliases: own },
    };
  });
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
     WHERE EXISTS (SELECT 1 FROM relation) AND ${isSeen('z')} ORDER BY z.uid`,
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
     WHERE EXISTS (SELECT 1 FROM cluster_member) AND ${isSeen('n')} ORDER BY c.uid, n.uid`,
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
  statement<[], { name: string; initials: string }>(
    db,
    'SELECT name, initials FROM annotator WHERE merged_into_id IS NULL ORDER BY uid',
  ).all();

/** How many suggestions that nobody took are stored, and stay out of a dataset. */
export const countPredictions = (db: ReadDb): number =>
  statement<[], { n: number }>(db, `SELECT count(*) AS n FROM prediction d WHERE ${isSeen('d')}`).get()!.n;
