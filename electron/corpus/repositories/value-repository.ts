import type { Attribute, AttributeValue, AttributeValues } from '#shared/domain/attribute';
import { EntityId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import type { AttributePlace } from './codebook-repository.ts';

/** One stored value; of text, number, entity and span it holds the one that was given. */
export type ValueRow = {
  attribute: string;
  path: string;
  text: string | null;
  number: number | null;
  entity: string | null;
  entityName: string | null;
  article: string | null;
  start: number | null;
  end: number | null;
  quote: string | null;
};
type OwnedRow = ValueRow & { owner: number };
type Rows = readonly ValueRow[];
/** A value of one row, and the places in lists that lead to it. */
type Placed = { places: number[]; value: AttributeValue };

/** The values of annotations, by id of annotation, in their order. Entities that were merged are those they were merged into. */
export function listValues(db: ReadDb, annotations: readonly number[]): Map<number, Rows> {
  const rows = statement<[string], OwnedRow>(
    db,
    `SELECT v.annotation_id AS owner, y.uid AS attribute, v.path, v.text, v.number, coalesce(m.uid, e.uid) AS entity,
       coalesce(m.name, e.name) AS entityName, a.uid AS article, v.start_offset AS start, v.end_offset AS end, v.quote
     FROM annotation_value v JOIN attribute y ON y.id = v.attribute_id
       LEFT JOIN entity e ON e.id = v.entity_id LEFT JOIN entity m ON m.id = e.merged_into_id
       LEFT JOIN article a ON a.id = v.article_id
     WHERE v.annotation_id IN (SELECT value FROM json_each(?)) ORDER BY v.annotation_id, v.n`,
  ).all(JSON.stringify(annotations));
  return Map.groupBy(rows, ({ owner }) => owner);
}

/** What one row says, by what was stored in it: a value whose attribute has another type by now is read all the same. */
export function toSimpleValue(row: ValueRow, { type }: Attribute): AttributeValue {
  if (row.entity !== null) return { entity: EntityId.parse(row.entity), name: row.entityName! };
  if (row.article !== null) return { article: row.article, start: row.start!, end: row.end!, quote: row.quote! };
  if (row.number === null) return row.text!;
  return type === 'yes-no' && (row.number === 0 || row.number === 1) ? row.number === 1 : row.number;
}

/** Values of the label's attributes by name, and those of other labels' attributes by `label: name`. */
export function toAttributeValues(
  rows: Rows,
  label: string,
  places: ReadonlyMap<string, AttributePlace>,
): { attributes: AttributeValues; kept: AttributeValues } {
  const byRoot = Map.groupBy(rows, (row) => {
    const { attribute, group } = places.get(row.attribute)!;
    return group ?? attribute;
  });
  const attributes: [string, AttributeValue][] = [];
  const kept: [string, AttributeValue][] = [];
  for (const [root, own] of byRoot) {
    const owner = places.get(root.uid)!.label;
    const value = toRootValue(root, own, places);
    if (owner.name === label) attributes.push([root.name, value]);
    else kept.push([`${owner.name}: ${root.name}`, value]);
  }
  return { attributes: Object.fromEntries(attributes), kept: Object.fromEntries(kept) };
}

const toPlaces = (path: string) => (path === '' ? [] : path.split('.').map(Number));

function toRootValue(root: Attribute, rows: Rows, places: ReadonlyMap<string, AttributePlace>): AttributeValue {
  if (root.type !== 'group')
    return toFieldValue(
      root,
      rows.map((row) => ({ row, at: toPlaces(row.path) })),
    );
  const items = Map.groupBy(
    rows.map((row) => ({ row, at: toPlaces(row.path) })),
    ({ at }) => (root.isList ? at[0]! : 0),
  );
  const groups = [...items]
    .sort(([a], [b]) => a - b)
    .map(([, placed]) => {
      const byField = Map.groupBy(placed, ({ row }) => places.get(row.attribute)!.attribute);
      const fields = [...byField].map(([field, own]): [string, AttributeValue] => [
        field.name,
        toFieldValue(
          field,
          own.map(({ row, at }) => ({ row, at: root.isList ? at.slice(1) : at })),
        ),
      ]);
      return Object.fromEntries(fields);
    });
  return root.isList ? groups : groups[0]!;
}

/** One value, or several where the attribute is a list, or was one when they were put there. */
function toFieldValue(attribute: Attribute, rows: readonly { row: ValueRow; at: number[] }[]): AttributeValue {
  const placed = rows.map(({ row, at }): Placed => ({ places: at, value: toSimpleValue(row, attribute) }));
  const items =
    attribute.type === 'choices'
      ? [...Map.groupBy(placed, ({ places: [at = 0] }) => at)].map(([at, chosen]): Placed => ({
          places: [at],
          value: chosen.map(({ value }) => value),
        }))
      : placed;
  const values = items.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0)).map(({ value }) => value);
  return attribute.isList || values.length > 1 ? values : values[0]!;
}
