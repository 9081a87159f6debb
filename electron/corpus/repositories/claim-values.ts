import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';

/** A field by its group's name, a point and its own, as it came with the corpus. */
const ofClaim = (path: string) => deriveUid('attribute', 'claim', path);

/** The built-in label of claims and those of its attributes that relations and event cards are made from, by uid. */
export const CLAIM = deriveUid('label', 'claim');
export const claimAttributes = {
  who: ofClaim('attribution.who'),
  words: ofClaim('attribution.words'),
  verb: ofClaim('attribution.verb'),
  place: ofClaim('place'),
  what: ofClaim('figures.what'),
  unit: ofClaim('figures.unit'),
  min: ofClaim('figures.min'),
  max: ofClaim('figures.max'),
  ofWhom: ofClaim('figures.of whom'),
} as const;
type AttributeName = keyof typeof claimAttributes;

/** One value of a claim. `entity` is by uid, with its name as `name`: both of what it was merged into. */
export type ClaimValue = {
  claim: string;
  attribute: AttributeName;
  path: string;
  text: string | null;
  number: number | null;
  entity: string | null;
  name: string | null;
  article: string | null;
  start: number | null;
  end: number | null;
  quote: string | null;
};

const names = new Map(Object.entries(claimAttributes).map(([name, uid]) => [uid, name as AttributeName]));

/** These values of annotations, by uid, in the order that they stand in. */
export function listClaimValues(
  db: ReadDb,
  claims: Iterable<string>,
  attributes: readonly AttributeName[],
): ClaimValue[] {
  const rows = statement<[string, string], Omit<ClaimValue, 'attribute'> & { attribute: string }>(
    db,
    `SELECT n.uid AS claim, t.uid AS attribute, v.path, v.text, v.number, e.uid AS entity, e.name,
       (SELECT uid FROM article WHERE id = v.article_id) AS article, v.start_offset AS start, v.end_offset AS end, v.quote
     FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value
       CROSS JOIN annotation_value v ON v.annotation_id = n.id JOIN attribute t ON t.id = v.attribute_id
       LEFT JOIN entity own ON own.id = v.entity_id LEFT JOIN entity e ON e.id = coalesce(own.merged_into_id, own.id)
     WHERE t.uid IN (SELECT value FROM json_each(?)) ORDER BY named.key, v.n`,
  ).all(JSON.stringify([...claims]), JSON.stringify(attributes.map((name) => claimAttributes[name])));
  return rows.map((row) => ({ ...row, attribute: names.get(row.attribute)! }));
}

/** The values of each item of a list, by the first part of their paths, in order. */
export const groupByItem = (values: readonly ClaimValue[]): ClaimValue[][] => [
  ...Map.groupBy(values, ({ path }) => path.split('.')[0]!).values(),
];
