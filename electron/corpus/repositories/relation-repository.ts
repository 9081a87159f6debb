import { RelationId } from '#shared/domain/ids';
import type { Relation } from '#shared/domain/relation';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfRelation } from './annotation-state.ts';
import { listBlindIds } from './assignment-repository.ts';
import { listEnds } from './relation-ends.ts';

type Row = Pick<Relation, 'kind' | 'note' | 'annotator' | 'layer' | 'state'> & {
  uid: string;
  symmetric: number;
  from: string;
  to: string;
};

/** Which stored relations are meant: those with an end in an annotation or an article, by uid; of a kind, by uid. */
export type RelationFilter = { annotation?: string; article?: string; kind?: string };

const COLUMNS = `
  z.uid, k.name AS kind, k.symmetric, x.uid AS "from", y.uid AS "to", z.note, p.name AS annotator, z.layer,
  ${toStateOfRelation('z')} AS state`;
const ENDS = `
  JOIN relation_kind k ON k.id = z.relation_kind_id JOIN annotation x ON x.id = z.from_annotation_id
    JOIN annotation y ON y.id = z.to_annotation_id JOIN annotator p ON p.id = z.annotator_id`;
const FROM = `FROM relation z ${ENDS}`;

const conditions: Readonly<Record<keyof RelationFilter, string>> = {
  annotation: `z.id IN (
    SELECT i.id FROM annotation n JOIN relation i ON i.from_annotation_id = n.id WHERE n.uid = @annotation
    UNION SELECT i.id FROM annotation n JOIN relation i ON i.to_annotation_id = n.id WHERE n.uid = @annotation)`,
  article: `z.id IN (
    SELECT i.id FROM article a JOIN annotation n ON n.article_id = a.id JOIN relation i ON i.from_annotation_id = n.id
      WHERE a.uid = @article
    UNION SELECT i.id FROM article a JOIN annotation n ON n.article_id = a.id JOIN relation i ON i.to_annotation_id = n.id
      WHERE a.uid = @article)`,
  kind: 'z.relation_kind_id = (SELECT id FROM relation_kind WHERE uid = @kind)',
};

/** Of an end in an article that a person tags blind still, only what they tagged and related themself. */
const toSeenEnd = (end: 'x' | 'y') => `(${end}.article_id NOT IN (SELECT value FROM json_each(@blind)) OR (
  ${end}.annotator_id = (SELECT id FROM annotator WHERE uid = @seenBy) AND z.annotator_id = ${end}.annotator_id))`;

/**
 * Relations as stored, in the order that they were made. `seenBy`: without what others did in what that person, by uid, tags blind
 * still. Source: indexes `relation_by_from`, `relation_by_to`.
 */
export function listStoredRelations(
  db: ReadDb,
  filter: RelationFilter,
  { offset, limit, seenBy = null }: { offset: number; limit: number; seenBy?: string | null },
): { total: number; relations: Relation[] } {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const blind = listBlindIds(db, seenBy);
  const seen = [
    ...[isSeen('z'), isSeen('x'), isSeen('y')],
    ...(blind.length === 0 ? [] : [toSeenEnd('x'), toSeenEnd('y')]),
  ];
  const where = [...seen, ...given.map(([name]) => conditions[name as keyof RelationFilter])].join(' AND ');
  const values = { ...Object.fromEntries(given), ...(blind.length > 0 && { seenBy, blind: JSON.stringify(blind) }) };
  const total = statement<[object], { n: number }>(db, `SELECT count(*) AS n ${FROM} WHERE ${where}`).get(values)!.n;
  const rows = statement<[object], Row>(
    db,
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY z.uid LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset });
  return { total, relations: toRelations(db, rows) };
}

export function getRelation(db: ReadDb, uid: string): Relation {
  const rows = statement<[string], Row>(db, `SELECT ${COLUMNS} ${FROM} WHERE z.uid = ?`).all(uid);
  const [relation] = toRelations(db, rows);
  if (!relation) throw new Error(`There is no relation ${uid}`);
  return relation;
}

/** Those of these relations, by uid, that stand. */
export const listRelationsByUid = (db: ReadDb, uids: readonly string[]): Relation[] =>
  toRelations(
    db,
    statement<[string], Row>(
      db,
      `SELECT ${COLUMNS} FROM json_each(?) named CROSS JOIN relation z ON z.uid = named.value ${ENDS}`,
    ).all(JSON.stringify(uids)),
  );

function toRelations(db: ReadDb, rows: Row[]): Relation[] {
  const ends = listEnds(
    db,
    rows.flatMap(({ from, to }) => [from, to]),
  );
  return rows.map(({ symmetric, ...row }) => ({
    ...row,
    uid: RelationId.parse(row.uid),
    isSymmetric: symmetric === 1,
    from: ends.get(row.from)!,
    to: ends.get(row.to)!,
    isComputed: false,
  }));
}

/** That person's relation of that kind from one annotation to another, by uids. Source: index `relation_by_from`. */
export const findRelation = (
  db: ReadDb,
  same: { kind: string; from: string; to: string; annotator: string },
): string | undefined =>
  statement<[object], { uid: string }>(
    db,
    `SELECT z.uid FROM annotation x JOIN relation z ON z.from_annotation_id = x.id
       JOIN annotation y ON y.id = z.to_annotation_id JOIN relation_kind k ON k.id = z.relation_kind_id
       JOIN annotator p ON p.id = +z.annotator_id
     WHERE x.uid = @from AND y.uid = @to AND k.uid = @kind AND p.uid = @annotator AND ${isSeen('z')} LIMIT 1`,
  ).get(same)?.uid;
