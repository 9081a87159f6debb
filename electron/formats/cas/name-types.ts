import type { Codebook } from '#shared/domain/codebook';

/** Features of every annotation of ours, beside its attributes. */
export const OWN_FEATURES = [
  'galleyUid',
  'galleyQuote',
  'galleyParts',
  'galleyEntity',
  'galleyEntityUid',
  'galleyAnnotator',
  'galleyState',
  'galleyNote',
  'galleyKept',
] as const;

/** Types that stand for no label. */
export const ARTICLE_TYPE = 'galley.Article';
export const RELATION_TYPE = 'galley.Relation';

/** What a label or an attribute is called in a type system. `originals`: by type, or type and feature with `:` between. */
export type TypeNames = {
  typeOf(label: string): string;
  featureOf(label: string, attribute: string): string;
  originals: Record<string, string>;
};

/** In words that begin with capital letters: a letter first, no other signs. The name is ASCII: tools differ on all else. */
function toName(original: string, otherwise: string): string {
  const words = original
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/u)
    .filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/u.test(name) ? name : otherwise + name;
}

const toFeatureName = (original: string) => {
  const name = toName(original, 'Attribute');
  return name.charAt(0).toLowerCase() + name.slice(1);
};

function findFree(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name}${n}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Names for all labels of a codebook and their attributes, each its own also where cases do not count. */
export function nameTypes({ labels }: Pick<Codebook, 'labels'>): TypeNames {
  const types = new Map<string, { type: string; features: Map<string, string> }>();
  const originals: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { name: label, attributes } of labels) {
    const type = `custom.${findFree(toName(label, 'Label'), taken)}`;
    const takenHere = new Set(['sofa', 'begin', 'end', ...OWN_FEATURES].map((name) => name.toLowerCase()));
    const features = new Map<string, string>();
    originals[type] = label;
    for (const { name } of attributes) {
      const feature = findFree(toFeatureName(name), takenHere);
      features.set(name, feature);
      if (feature !== name) originals[`${type}:${feature}`] = name;
    }
    types.set(label, { type, features });
  }
  return {
    typeOf: (label) => types.get(label)!.type,
    featureOf: (label, attribute) => types.get(label)!.features.get(attribute)!,
    originals,
  };
}
