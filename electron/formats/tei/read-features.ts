import { iterateNodes, listChildren, rawWordsOf, wordsOf, type XmlNode } from '../xml/xml-tree.ts';

/** Values of feature structures, by id and name. */
export function readFeatureStructures(roots: readonly XmlNode[]): Map<string, Record<string, unknown>> {
  const structures = new Map<string, Record<string, unknown>>();
  for (const root of roots)
    for (const structure of iterateNodes(root, 'fs')) {
      const id = structure.attributes['xml:id'];
      if (id !== undefined) structures.set(id, readFeatures(structure));
    }
  return structures;
}

function readFeatures(structure: XmlNode): Record<string, unknown> {
  const features = listChildren(structure, 'f').map((feature): [string, unknown] => {
    const { n, name = '' } = feature.attributes;
    const [value] = listChildren(feature);
    return [n ?? name, value ? readValue(value) : wordsOf(feature)];
  });
  return Object.fromEntries(features);
}

function readValue(node: XmlNode): unknown {
  const { value } = node.attributes;
  switch (node.name) {
    case 'numeric':
      return Number.isFinite(Number(value)) ? Number(value) : value;
    case 'binary':
      return value === 'true' || value === '1';
    case 'vColl':
      return listChildren(node).map(readValue);
    case 'fs':
      return readFeatures(node);
    case 'string':
      return rawWordsOf(node);
    default:
      return value ?? wordsOf(node);
  }
}
