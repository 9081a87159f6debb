import { xmlMessages } from '#shared/messages/en/formats/xml';
import type { FoundDocument, FoundRelation } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { iterateNodes, listChildren, wordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { toUid } from './read-entities.ts';

type Related = { relations: FoundRelation[]; lost: { line: number; quote: string }[] };

/** Relations and links between annotations, also to those of another file; what leads elsewhere is lost. */
export function readRelations(
  roots: readonly XmlNode[],
  document: FoundDocument,
  names: ReadonlyMap<string, string>,
): Related {
  const ids = new Set(document.annotations.map(({ id }) => id));
  const related: Related = { relations: [], lost: [] };
  for (const root of roots)
    for (const node of iterateNodes(root, 'relation', 'link')) {
      const pairs = toPairs(node);
      const found = pairs.filter(([from, to]) => ids.has(from.id) && (to.document !== null || ids.has(to.id)));
      if (found.length < pairs.length || pairs.length === 0)
        related.lost.push({ line: node.line, quote: pairs.length === 0 ? '' : kindOf(node, names) });
      related.relations.push(...found.map(([from, to]) => toRelation(node, from.id, to, names)));
    }
  return related;
}

type End = { id: string; document: string | null };

/** `#id`, or `file.xml#id`. */
function toEnds(pointers: string | undefined): End[] {
  return (pointers ?? '')
    .split(/\s+/u)
    .filter((pointer) => pointer.includes('#'))
    .map((pointer) => {
      const [file = '', id = ''] = pointer.split('#');
      return { id, document: file === '' ? null : file.replace(/^.*\//u, '').replace(/\.xml$/iu, '') };
    });
}

/** Each that is active with each that is passive; of those that are in it together, the first with each other. */
function toPairs({ attributes: { active, passive, mutual, target } }: XmlNode): [End, End][] {
  const [first, ...others] = toEnds(mutual ?? target);
  if (first) return others.map((other) => [first, other]);
  return toEnds(active).flatMap((from) => toEnds(passive).map((to): [End, End] => [from, to]));
}

function kindOf({ name, attributes }: XmlNode, names: ReadonlyMap<string, string>): string {
  const [kind] = (attributes['ana'] ?? '').split(/\s+/u).flatMap((id) => names.get(id.replace(/^#/u, '')) ?? []);
  return kind ?? attributes['name'] ?? attributes['type'] ?? name;
}

function toRelation(node: XmlNode, from: string, to: End, names: ReadonlyMap<string, string>): FoundRelation {
  const { attributes, line } = node;
  const [desc] = listChildren(node, 'desc');
  return {
    uid: toUid(attributes['xml:id']),
    kind: kindOf(node, names),
    from,
    to: to.id,
    ...(to.document !== null && { toDocument: to.document }),
    annotator: names.get((attributes['resp'] ?? '').replace(/^#/u, '')) ?? null,
    state: toState(attributes['type']),
    note: desc ? wordsOf(desc) : '',
    place: xmlMessages.line(line),
  };
}
