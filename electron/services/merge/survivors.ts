import type { KindName } from '../../corpus/model/kinds.ts';
import { kinds, type Columns } from '../../corpus/model/kinds.ts';
import type { Fields } from './evaluate.ts';

/** Kinds whose rows can be merged into another of theirs. */
export const mergeableKinds = ['annotator', 'label', 'attribute', 'relation_kind', 'outlet', 'entity'] as const;
export type MergeableKind = (typeof mergeableKinds)[number];
export const isMergeable = (kind: KindName): kind is MergeableKind =>
  (mergeableKinds as readonly string[]).includes(kind);

/** Of these, what named the other names the survivor from then on; entities and outlets are resolved where they are read. */
const rewrittenKinds: readonly KindName[] = ['annotator', 'label', 'attribute', 'relation_kind'];

/**
 * The last one that a row was merged into, by way of others; itself where it was not. Where they go round in a circle, since two people
 * merged them in opposite directions, the smallest uid of it.
 */
export function findSurvivor(
  uid: string,
  intoOf: (uid: string) => string | null,
  onCircle: (uids: readonly string[]) => void = () => {},
): string {
  const way = [uid];
  for (;;) {
    const into = intoOf(way.at(-1)!);
    if (into === null) return way.at(-1)!;
    const at = way.indexOf(into);
    if (at !== -1) {
      onCircle(way.slice(at));
      return way.slice(at).reduce((smallest, each) => (each < smallest ? each : smallest));
    }
    way.push(into);
  }
}

/** The record with survivors in place of what was merged into them. Gives the same one where it names none of those. */
export function rewrite(kind: KindName, record: Fields, survivors: ReadonlyMap<string, string>): Fields {
  if (survivors.size === 0) return record;
  const { columns, lists } = kinds[kind];
  let changed = rewriteFields(record, columns, survivors, kind);
  for (const [field, list] of Object.entries(lists)) {
    const items = record[field] as Fields[] | undefined;
    const rewritten = items?.map((item) => rewriteFields(item, list.columns, survivors, null));
    if (items && rewritten!.some((item, n) => item !== items[n]))
      changed = { ...changed, [field]: withoutRepeats(rewritten!) };
  }
  return changed;
}

function rewriteFields(
  fields: Fields,
  columns: Columns,
  survivors: ReadonlyMap<string, string>,
  of: KindName | null,
): Fields {
  let changed = fields;
  for (const [field, column] of Object.entries(columns)) {
    if (column === 'value' || !('rowOf' in column) || !rewrittenKinds.includes(column.rowOf as KindName)) continue;
    if (field === 'merged_into' && column.rowOf === of) continue; // says itself who survives
    const survivor = survivors.get(fields[field] as string);
    if (survivor !== undefined) changed = { ...changed, [field]: survivor };
  }
  return changed;
}

/** Two labels that exclude one another may have become one. */
const withoutRepeats = (items: Fields[]) =>
  items.filter((item, n) => items.findIndex((other) => JSON.stringify(other) === JSON.stringify(item)) === n);
