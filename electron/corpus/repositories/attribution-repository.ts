import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { CLAIM, claimAttributes } from './claim-values.ts';

/** What a claim says of its sources and its voice, by the attributes that came with the corpus. */
const attributes = {
  who: claimAttributes.who,
  words: claimAttributes.words,
  verb: claimAttributes.verb,
  voice: deriveUid('attribute', 'claim', 'voice'),
} as const;
type AttributeName = keyof typeof attributes;

/** `item`: which attribution of the claim it belongs to, in order. `entity`: that which it was merged into; null where words stand for one. */
export type AttributionValue = {
  claim: number;
  attribute: AttributeName;
  item: string;
  text: string | null;
  entity: number | null;
  quote: string | null;
};

type Row = [
  claim: number,
  attribute: number,
  path: string,
  text: string | null,
  entity: number | null,
  quote: string | null,
];

/** These values of claims, by ids of rows, claim by claim in their order. Source: the primary key of `annotation_value`. */
export function listAttributionValues(db: ReadDb, claims: readonly number[]): AttributionValue[] {
  const ids = listAttributeIds(db);
  const rows = statement<[string, string], Row>(
    db,
    `SELECT v.annotation_id, v.attribute_id, v.path, v.text, coalesce(e.merged_into_id, e.id), v.quote
     FROM json_each(?) named CROSS JOIN annotation_value v ON v.annotation_id = named.value
       LEFT JOIN entity e ON e.id = v.entity_id
     WHERE v.attribute_id IN (SELECT value FROM json_each(?)) ORDER BY named.key, v.n`,
  )
    .raw()
    .all(JSON.stringify(claims), JSON.stringify([...ids.keys()]));
  return rows.map(([claim, id, path, text, entity, quote]) => {
    const point = path.indexOf('.');
    return { claim, attribute: ids.get(id)!, item: point < 0 ? path : path.slice(0, point), text, entity, quote };
  });
}

function listAttributeIds(db: ReadDb): Map<number, AttributeName> {
  const find = statement<[string], { id: number }>(db, 'SELECT id FROM attribute WHERE uid = ?');
  const names = Object.keys(attributes) as AttributeName[];
  return new Map(
    names.flatMap((name) => {
      const found = find.get(attributes[name]);
      return found ? [[found.id, name]] : [];
    }),
  );
}

/** The label of claims, by id of its row; undefined in a corpus that does without. */
export const findClaimLabel = (db: ReadDb): number | undefined =>
  statement<[string], { id: number }>(db, 'SELECT id FROM label WHERE uid = ?').get(CLAIM)?.id;

/** The actors that outlets are, by ids of rows, both those that they were merged into. */
export function listOutletEntities(db: ReadDb): Map<number, number> {
  const rows = statement<[], { outlet: number; entity: number }>(
    db,
    `SELECT o.id AS outlet, coalesce(e.merged_into_id, e.id) AS entity FROM outlet o JOIN entity e ON e.id = o.entity_id
     WHERE o.entity_id IS NOT NULL AND o.merged_into_id IS NULL`,
  ).all();
  return new Map(rows.map(({ outlet, entity }) => [outlet, entity]));
}
