import { ExpectedError } from '#shared/errors';
import type { KindAttribute, RelationKind } from '#shared/domain/relation';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';

type Row = {
  uid: string;
  name: string;
  symmetric: number;
  guideline: string;
  retired: number;
  from: string;
  to: string;
};

/** The two built-in kinds that are kept as attributes of a claim, by uid, whatever a team calls them. */
const setting: Readonly<Record<string, KindAttribute>> = {
  [deriveUid('relation_kind', 'attributed to')]: 'attribution',
  [deriveUid('relation_kind', 'located at')]: 'place',
};

const labelsOf = (end: 'from' | 'to') => `
  (SELECT json_group_array(name) FROM (SELECT l.name FROM relation_kind_${end} e JOIN label l ON l.id = e.label_id
   WHERE e.relation_kind_id = k.id ORDER BY e.n)) AS "${end}"`;

/** Kinds of relation in the codebook's order. */
export const listRelationKinds = (db: ReadDb): RelationKind[] =>
  statement<[], Row>(
    db,
    `SELECT k.uid, k.name, k.symmetric, k.guideline, k.retired, ${labelsOf('from')}, ${labelsOf('to')}
     FROM relation_kind k WHERE k.merged_into_id IS NULL ORDER BY k.position, k.uid`,
  )
    .all()
    .map(({ symmetric, ...row }) => ({
      ...row,
      isSymmetric: symmetric === 1,
      retired: row.retired === 1,
      from: JSON.parse(row.from) as string[],
      to: JSON.parse(row.to) as string[],
      sets: setting[row.uid] ?? null,
    }));

/** The kind of that name, in any case. Errors: relation-kind-unknown. */
export function getRelationKind(db: ReadDb, name: string): RelationKind {
  const kinds = listRelationKinds(db);
  const kind = kinds.find((known) => known.name.toLowerCase() === name.trim().toLowerCase());
  if (kind) return kind;
  throw new ExpectedError('relation-kind-unknown', { kind: name, known: kinds.map((each) => each.name).join(', ') });
}
