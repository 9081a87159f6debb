/**
 * A column of the rows. Slots have two, roles and who has them; `base` names where a relation leads from; a chain has two as well,
 * in either order: what its links are, and their places in it.
 */
export type Column = { layer: number; kind: 'feature' | 'roles' | 'targets' | 'chain' | 'base'; name: string };
type Layer = {
  name: string;
  kind: 'span' | 'chain' | 'relation';
  /** What it says of a relation's ends: the layer that they are of. */
  base: string | null;
  columns: number[];
};
export type Layers = { layers: Layer[]; columns: Column[] };

/** The last part of a layer's name, which people know it by. */
export const shortName = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** Adds what a line like `#T_SP=layer|feature|feature` says; false where it says nothing of the kind. */
export function addLayer(line: string, { layers, columns }: Layers): boolean {
  const match = /^#T_(SP|CH|RL)=([^|]+)(?:\|(.*))?$/u.exec(line);
  if (!match) return false;
  const [, kind, name, rest = ''] = match;
  const features = rest.split('|');
  const layer: Layer = {
    name: name!,
    kind: kind === 'SP' ? 'span' : kind === 'CH' ? 'chain' : 'relation',
    base: null,
    columns: [],
  };
  const add = (column: Omit<Column, 'layer'>) => {
    layer.columns.push(columns.length);
    columns.push({ layer: layers.length, ...column });
  };
  for (let n = 0; n < features.length; n += 1) {
    const feature = features[n]!;
    if (feature.startsWith('ROLE_')) {
      const slot = /:([^_]*)/u.exec(feature)?.[1] ?? '';
      add({ kind: 'roles', name: slot });
      add({ kind: 'targets', name: features[n + 1] ?? '' });
      n += 1;
    } else if (feature.startsWith('BT_')) {
      layer.base = feature.slice(3);
      add({ kind: 'base', name: layer.base });
    } else add({ kind: layer.kind === 'chain' ? 'chain' : 'feature', name: feature });
  }
  layers.push(layer);
  return true;
}
