import type { OutsideId } from '#shared/domain/entity';
import type { FoundAnnotation } from '../found.ts';
import { iterateNodes, listChildren, wordsOf, type XmlNode } from '../xml/xml-tree.ts';

type FoundLink = NonNullable<FoundAnnotation['entity']>;

/** What people, places and things in the lists of a file are called, by id. */
export function readEntities(roots: readonly XmlNode[]): Map<string, FoundLink> {
  const entities = new Map<string, FoundLink>();
  for (const root of roots)
    for (const node of iterateNodes(root, 'person', 'personGrp', 'place', 'org', 'object', 'event')) {
      const id = node.attributes['xml:id'];
      const name = listChildren(node).find((child) => /^(?:name|\w+Name|head|label)$/u.test(child.name));
      if (id === undefined || !name) continue;
      const refs = Array.from(iterateNodes(node, 'idno'), (idno) => ({
        scheme: idno.attributes['type'] ?? 'idno',
        value: wordsOf(idno),
      }));
      entities.set(id, { name: wordsOf(name), uid: toUid(id), refs: refs.filter(({ value }) => value !== '') });
    }
  return entities;
}

/** Ids of ours are uids with a letter before them. */
export const toUid = (id: string | undefined) =>
  /^[aefr]-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/u.exec(id ?? '')?.[1] ?? null;

/** Whom words mean, by where their `ref` or `key` leads; `words` are its name where nothing says another. */
export function findEntity(
  { ref, key }: Readonly<Record<string, string>>,
  words: string,
  entities: ReadonlyMap<string, FoundLink>,
): FoundLink | null {
  if (ref?.startsWith('#')) return entities.get(ref.slice(1)) ?? null;
  const outside = ref === undefined ? (key === undefined ? null : { scheme: 'key', value: key }) : toOutside(ref);
  return outside && { name: words, uid: null, refs: [outside] };
}

function toOutside(ref: string): OutsideId {
  const wikidata = /wikidata\.org\/(?:entity|wiki)\/(Q\d+)/u.exec(ref)?.[1];
  const geonames = /geonames\.org\/(\d+)/u.exec(ref)?.[1];
  if (wikidata) return { scheme: 'wikidata', value: wikidata };
  return geonames ? { scheme: 'geonames', value: geonames } : { scheme: 'ref', value: ref };
}
