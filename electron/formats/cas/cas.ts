/** Another feature structure, by its id. */
export type Reference = { ref: string };
export type FeatureValue = string | number | boolean | Reference | FeatureValue[];

/** One object of a CAS, of a type. `place` says where it stands for a person. */
export type FeatureStructure = {
  id: string;
  type: string;
  features: Map<string, FeatureValue>;
  place: string;
};

/** What a type system says of a type: `ranges` are those of its own features. */
type CasType = { supertype: string; ranges: Map<string, string> };
export type TypeSystem = Map<string, CasType>;

/** All that one file holds, by id. */
export type Cas = { structures: Map<string, FeatureStructure>; types: TypeSystem };

export const isReference = (value: FeatureValue | undefined): value is Reference =>
  typeof value === 'object' && 'ref' in value;

/** A type and all that it is one of, the nearest first. */
export function* listAncestors(types: TypeSystem, name: string): Generator<string> {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = types.get(at)?.supertype) {
    seen.add(at);
    yield at;
  }
}

/** What a feature may hold, by the type that has it or one above it; undefined where that is not known. */
export function findRange(types: TypeSystem, type: string, feature: string): string | undefined {
  for (const name of listAncestors(types, type)) {
    const range = types.get(name)?.ranges.get(feature);
    if (range !== undefined) return range;
  }
  return undefined;
}

/** A name without its namespace. */
export const shortName = (type: string) => type.slice(type.lastIndexOf('.') + 1);

/** Arrays and lists, whether others name them or not. */
export const isCollection = ({ type }: FeatureStructure) =>
  type.endsWith('[]') || /^uima\.cas\.(?:\w*Array|(?:Non)?Empty\w*List)$/u.test(type);

/** The items of a value, through arrays and lists that stand for themselves. */
export function* iterateItems(
  { structures }: Cas,
  value: FeatureValue | undefined,
): Generator<string | number | boolean | FeatureStructure> {
  const open: FeatureValue[] = value === undefined ? [] : [value];
  const seen = new Set<string>();
  while (open.length > 0) {
    const at = open.pop()!;
    if (Array.isArray(at)) {
      for (const item of at.toReversed()) open.push(item);
      continue;
    }
    if (!isReference(at)) {
      yield at;
      continue;
    }
    const structure = structures.get(at.ref);
    if (!structure) continue;
    if (!isCollection(structure)) yield structure;
    else if (!seen.has(at.ref)) {
      seen.add(at.ref);
      for (const name of ['tail', 'head', 'elements'])
        if (structure.features.has(name)) open.push(structure.features.get(name)!);
    }
  }
}
