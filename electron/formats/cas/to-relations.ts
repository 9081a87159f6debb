import { casLeft } from '#shared/messages/en/formats/cas';
import type { FoundRelation } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { isReference, iterateItems, listAncestors, shortName, type Cas, type FeatureStructure } from './cas.ts';

const ENDS = [
  ['Governor', 'Dependent'],
  ['source', 'target'],
  ['arg1', 'arg2'], // cTAKES
] as const;
/** Features in which tools say what a relation is, where its type does not. */
const KINDS = ['kind', 'value', 'label', 'relationType', 'DependencyType', 'category'];
const OWN = new Set(['sofa', 'begin', 'end', 'galleyUid', 'galleyAnnotator', 'galleyState', 'galleyNote']);

type Ends = { from: string; to: string; features: readonly string[] };

/** What a structure leads from and to, where it is a relation; undefined where it is none. */
export function findEnds({ structures }: Cas, { features }: FeatureStructure): Ends | undefined {
  for (const names of ENDS) {
    const [from, to] = names.map((name) => features.get(name));
    if (isReference(from) && isReference(to) && structures.has(from.ref) && structures.has(to.ref))
      return { from: toEnd(structures, from.ref), to: toEnd(structures, to.ref), features: names };
  }
  return undefined;
}

/** An end may be an object that says what it is an argument of besides what it is. */
function toEnd(structures: Cas['structures'], id: string): string {
  const argument = structures.get(id)!.features.get('argument');
  return isReference(argument) ? argument.ref : id;
}

type Reading = {
  isTag(id: string): boolean;
  originals: ReadonlyMap<string, string>;
  leave(what: string, place: string): void;
};

/** A relation as one; of an annotation, one for each other that a feature of it leads to, also by a link with a role. */
export function toRelations(cas: Cas, structure: FeatureStructure, reading: Reading): FoundRelation[] {
  const ends = findEnds(cas, structure);
  return ends ? toRelation(cas, structure, ends, reading) : toSlots(cas, structure, reading);
}

function toRelation(
  cas: Cas,
  { type, features, place }: FeatureStructure,
  ends: Ends,
  { isTag, leave }: Reading,
): FoundRelation[] {
  if (!isTag(ends.from) || !isTag(ends.to)) {
    leave(casLeft.noEnds(shortName(type)), place);
    return [];
  }
  const said = (name: string) => {
    const value = features.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const isOther = (name: string) => !OWN.has(name) && !ends.features.includes(name);
  const kind = [...KINDS, ...listOnly([...listFeatures(cas, type), ...features.keys()].filter(isOther))].find(
    (name) => said(name) !== null,
  );
  for (const [name, value] of features)
    if (name !== kind && isOther(name))
      leave(
        typeof value === 'object'
          ? casLeft.ofRelation(shortName(type), name)
          : casLeft.featureOfRelation(shortName(type), name, String(value)),
        place,
      );
  return [
    {
      uid: said('galleyUid'),
      kind: kind === undefined ? shortName(type) : said(kind)!,
      from: ends.from,
      to: ends.to,
      annotator: said('galleyAnnotator'),
      state: toState(said('galleyState')),
      note: said('galleyNote') ?? '',
      place,
    },
  ];
}

function* listFeatures({ types }: Cas, type: string): Generator<string> {
  for (const each of listAncestors(types, type)) yield* types.get(each)?.ranges.keys() ?? [];
}

/** What a type says besides, if it is one thing only. */
function listOnly(names: readonly string[]): string[] {
  const different = new Set(names);
  return different.size === 1 ? [...different] : [];
}

function toSlots(cas: Cas, { id, type, features, place }: FeatureStructure, { isTag, originals, leave }: Reading) {
  const relations: FoundRelation[] = [];
  for (const [name, value] of features) {
    if (name === 'sofa') continue;
    const feature = originals.get(`${type}:${name}`) ?? name;
    for (const item of iterateItems(cas, value)) {
      if (typeof item !== 'object') continue;
      const target = item.features.get('target');
      const role = item.features.get('role');
      const to = isTag(item.id) ? item.id : isReference(target) && isTag(target.ref) ? target.ref : null;
      if (to === null) {
        leave(casLeft.ofRelation(shortName(type), feature), place);
        continue;
      }
      const kind = to !== item.id && typeof role === 'string' && role !== '' ? role : feature;
      relations.push({ uid: null, kind, from: id, to, annotator: null, state: null, note: '', place });
    }
  }
  return relations;
}
