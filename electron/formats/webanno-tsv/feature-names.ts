import type { Codebook } from '#shared/domain/codebook';

/** Layers of Galley's own, and what they say of an annotation or a relation besides attributes. */
export const TAG_LAYER = 'webanno.custom.GalleyTag';
export const RELATION_LAYER = 'webanno.custom.GalleyRelation';
export const TAG_FEATURES = ['label', 'entity', 'entityId', 'annotator', 'state', 'note', 'kept', 'uid'] as const;
export const RELATION_FEATURES = ['kind', 'annotator', 'state', 'note', 'uid'] as const;

/** Features for the attributes of a codebook by their names, each its own: letters and digits, since `_` and `.` mean other things. */
export function nameFeatures({ labels }: Codebook): Map<string, string> {
  const taken = new Set<string>(TAG_FEATURES);
  const features = new Map<string, string>();
  for (const { name } of labels.flatMap(({ attributes }) => attributes)) {
    if (features.has(name)) continue;
    const base =
      name
        .replace(/[^A-Za-z0-9]+(.)?/gu, (_, next: string | undefined) => (next ?? '').toUpperCase())
        .replace(/^\d+/u, '') || 'attribute';
    let feature = base;
    for (let n = 2; taken.has(feature); n += 1) feature = `${base}${n}`;
    taken.add(feature);
    features.set(name, feature);
  }
  return features;
}
