import { qdpxLeft } from '#shared/messages/en/formats/qdpx';
import { xmlMessages } from '#shared/messages/en/formats/xml';
import type { FoundDocument, FoundRelation, Left } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { listChildren } from '../xml/xml-tree.ts';
import { splitOwnLine } from './own-line.ts';
import type { Context, QdpxLink } from './read-context.ts';
import { toGuid } from './read-project.ts';

/** Whether Galley wrote all links of a project, and says in their notes where they lead. */
export const areOurs = (context: Context): boolean =>
  [...context.links.values()].every((links) =>
    links.every((link) => readOwn(link, context)['annotator'] !== undefined),
  );

/**
 * Adds the links that lead from annotations of a document, and takes them from those that are still to be found an end for; what
 * leads to no selection is left.
 */
export function addLinks(document: FoundDocument, source: string, context: Context): void {
  const own = new Set(document.annotations.map(({ id }) => id));
  for (const { id } of document.annotations) {
    for (const link of context.links.get(id) ?? []) {
      const { toArticle = null, ...said } = readOwn(link, context);
      const other = own.has(link.to) ? source : (context.ends.get(link.to) ?? toArticle);
      if (typeof other === 'string')
        document.relations.push({
          ...toRelation(link, said),
          from: id,
          ...(other !== source && { toDocument: other }),
        });
      else document.left.push(leaveLink(link));
    }
    context.links.delete(id);
  }
}

const leaveLink = ({ node: { attributes, line } }: QdpxLink): Left => ({
  what: qdpxLeft.link,
  place: xmlMessages.line(line),
  quote: attributes['name'] ?? '',
  count: 1,
});

function toRelation(
  { node: { attributes, line }, to }: QdpxLink,
  { annotator, state, note }: Record<string, unknown>,
): Omit<FoundRelation, 'from'> {
  return {
    uid: annotator === undefined ? null : toGuid(attributes['guid']),
    kind: attributes['name'] ?? '',
    to,
    annotator: typeof annotator === 'string' ? annotator : null,
    state: toState(state),
    note: typeof note === 'string' ? note : '',
    place: xmlMessages.line(line),
  };
}

/** What the notes of a link say: of ours, who made it and what was decided; of others', words. */
function readOwn({ node }: QdpxLink, { notes }: Context): Record<string, unknown> {
  const words = listChildren(node, 'NoteRef').map(
    (ref) => notes.get(toGuid(ref.attributes['targetGUID']))?.words ?? '',
  );
  for (const each of words) {
    const { own } = splitOwnLine(each);
    if (own) return own;
  }
  return { note: words.filter((each) => each !== '').join('\n') };
}
