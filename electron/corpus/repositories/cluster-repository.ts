import { AnnotationId, ArticleId, ClusterId } from '#shared/domain/ids';
import {
  toSlots,
  type ClaimFigure,
  type Cluster,
  type ClusterClaim,
  type ClusterDetails,
} from '#shared/domain/cluster';
import { toDateParts, toPartialDate } from '#shared/domain/partial-date';
import { isWordOfOutlet, THE_OUTLET } from '#shared/domain/outlet';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION } from './annotation-state.ts';
import { listBlindIds } from './assignment-repository.ts';
import { groupByItem, listClaimValues, type ClaimValue } from './claim-values.ts';
import { findOutletEntity } from './outlet-repository.ts';
import { QUOTE, START, survivor } from './relation-ends.ts';

type Date = { year: number | null; month: number | null; day: number | null };
type Row = Date & { uid: string; title: string; note: string; place: string | null; claims: number };
type MemberRow = Date &
  Pick<ClusterClaim, 'title' | 'outlet' | 'start' | 'quote' | 'annotator' | 'state'> & {
    annotation: string;
    article: string;
  };

/** `annotation`, `article`: cards with that claim, or with one of that article, by uid. `query`: words of title or note. */
export type ClusterFilter = { query?: string; annotation?: string; article?: string; from?: string; to?: string };

/** Without others' claims `n` of what a person tags blind still. */
const SEEN = `(n.article_id NOT IN (SELECT value FROM json_each(@blind))
  OR n.annotator_id = (SELECT id FROM annotator WHERE uid = @seenBy))`;
const toSeenValues = (db: ReadDb, seenBy: string | null) => ({
  seenBy,
  blind: JSON.stringify(listBlindIds(db, seenBy)),
});

const COLUMNS = `
  c.uid, c.title, c.year, c.month, c.day, c.note, ${survivor('entity', 'c.entity_id')} AS place,
  (SELECT count(*) FROM cluster_member m JOIN annotation n ON n.id = m.annotation_id
   WHERE m.cluster_id = c.id AND ${isSeen('n')} AND ${SEEN}) AS claims`;
const DATE_NUMBER = 'c.year * 10000 + coalesce(c.month, 0) * 100 + coalesce(c.day, 0)';

const conditions: Readonly<Record<keyof ClusterFilter, string>> = {
  query: `(c.title LIKE @query ESCAPE '\\' OR c.note LIKE @query ESCAPE '\\')`,
  annotation: `c.id IN (
    SELECT m.cluster_id FROM annotation n JOIN cluster_member m ON m.annotation_id = n.id WHERE n.uid = @annotation)`,
  article: `c.id IN (
    SELECT m.cluster_id FROM article a JOIN annotation n ON n.article_id = a.id
      JOIN cluster_member m ON m.annotation_id = n.id WHERE a.uid = @article)`,
  from: `${DATE_NUMBER} >= @from`,
  to: `${DATE_NUMBER} <= @to`,
};

/** Event cards, the newest event first, those without a date last. `seenBy`: without others' claims of what that person tags blind still. */
export function listClusters(
  db: ReadDb,
  filter: ClusterFilter,
  { offset, limit, seenBy = null }: { offset: number; limit: number; seenBy?: string | null },
): { total: number; clusters: Cluster[] } {
  const given = (Object.keys(filter) as (keyof ClusterFilter)[]).filter((name) => filter[name] !== undefined);
  const where = ['1', ...given.map((name) => conditions[name])].join(' AND ');
  const values = {
    ...filter,
    ...(filter.query !== undefined && { query: `%${filter.query.trim().replace(/[\\%_]/g, '\\$&')}%` }),
    ...(filter.from !== undefined && { from: toNumber(filter.from, [0, 0]) }),
    ...(filter.to !== undefined && { to: toNumber(filter.to, [12, 31]) }),
  };
  const counted = statement<[object], { n: number }>(db, `SELECT count(*) AS n FROM cluster c WHERE ${where}`);
  const rows = statement<[object], Row>(
    db,
    `SELECT ${COLUMNS} FROM cluster c WHERE ${where}
     ORDER BY c.year IS NULL, c.year DESC, c.month DESC, c.day DESC, c.title COLLATE NOCASE, c.uid
     LIMIT @limit OFFSET @offset`,
  ).all({ ...values, ...toSeenValues(db, seenBy), limit, offset });
  return { total: counted.get(values)!.n, clusters: rows.map(toCluster) };
}

function toNumber(date: string, [month, day]: [number, number]): number {
  const parts = toDateParts(date);
  return parts.year * 10000 + (parts.month ?? month) * 100 + (parts.day ?? day);
}

const toDate = ({ year, month, day }: Date) => (year === null ? null : toPartialDate({ year, month, day }));

function toCluster({ uid, year, month, day, ...row }: Row): Cluster {
  return { ...row, uid: ClusterId.parse(uid), date: toDate({ year, month, day }) };
}

/** A card with its claims, the oldest article first, and the ranges of what they count. `seenBy`: as in `listClusters`. */
export function getCluster(db: ReadDb, uid: string, seenBy: string | null = null): ClusterDetails {
  const seen = toSeenValues(db, seenBy);
  const row = statement<[object], Row>(db, `SELECT ${COLUMNS} FROM cluster c WHERE c.uid = @uid`).get({ uid, ...seen });
  if (!row) throw new Error(`There is no cluster ${uid}`);
  const members = listMembers(db, uid, seen);
  return { ...toCluster(row), members, slots: toSlots(members) };
}

/** Source: index `cluster_member_by_cluster`. */
function listMembers(db: ReadDb, cluster: string, seen: object): ClusterClaim[] {
  const rows = statement<[object], MemberRow>(
    db,
    `SELECT n.uid AS annotation, a.uid AS article, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, a.year, a.month,
       a.day, ${START} AS start, ${QUOTE} AS quote, p.name AS annotator, ${STATE_OF_ANNOTATION} AS state
     FROM cluster c JOIN cluster_member m ON m.cluster_id = c.id JOIN annotation n ON n.id = m.annotation_id
       JOIN article a ON a.id = n.article_id JOIN annotator p ON p.id = n.annotator_id
     WHERE c.uid = @cluster AND ${isSeen('n')} AND ${SEEN} ORDER BY a.year IS NULL, a.year, a.month, a.day, a.uid, n.uid`,
  ).all({ cluster, ...seen });
  const values = listClaimValues(
    db,
    rows.map(({ annotation }) => annotation),
    ['who', 'words', 'what', 'unit', 'min', 'max', 'ofWhom'],
  );
  const byClaim = Map.groupBy(values, ({ claim }) => claim);
  return rows.map(({ year, month, day, ...each }) => {
    const own = byClaim.get(each.annotation) ?? [];
    const isSpeaker = ({ attribute }: ClaimValue) => attribute === 'who' || attribute === 'words';
    return {
      ...each,
      annotation: AnnotationId.parse(each.annotation),
      article: ArticleId.parse(each.article),
      date: toDate({ year, month, day }),
      speakers: groupByItem(own.filter(isSpeaker)).map((item) => toSpeaker(item, findOutletEntity(db, each.article))),
      figures: groupByItem(own.filter((value) => !isSpeaker(value))).map(toFigure),
    };
  });
}

/**
 * The outlet where it speaks in its own article; else the entity's name, the words that say who, or those that stand for one.
 */
function toSpeaker(item: ClaimValue[], outletEntity: string | null): string {
  const who = item.find(({ attribute }) => attribute === 'who');
  const words = item.find(({ attribute }) => attribute === 'words');
  if (who && isWordOfOutlet(who, outletEntity)) return THE_OUTLET;
  return who?.name ?? words?.quote ?? who?.text ?? '';
}

function toFigure(item: ClaimValue[]): ClaimFigure {
  const find = (attribute: ClaimValue['attribute']) => item.find((value) => value.attribute === attribute);
  return {
    what: find('what')?.text ?? '',
    unit: find('unit')?.text ?? '',
    ofWhom: find('ofWhom')?.name ?? find('ofWhom')?.text ?? '',
    min: find('min')?.number ?? null,
    max: find('max')?.number ?? null,
  };
}
