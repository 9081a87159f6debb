import { qdpxRefusals } from '#shared/messages/en/formats/qdpx';
import { readXml, XmlFault } from '../xml/read-xml.ts';
import { XmlTree, type XmlNode } from '../xml/xml-tree.ts';

/** One thing of a project, with the part of it that it is in (`Sources`, `Links` …). */
export type ProjectItem = { section: string; node: XmlNode };

/**
 * The things of a project, one at a time, of the sections that are wanted. Codes are in a list of their own within the code book.
 *
 * Throws XmlFault, also where it is another XML file.
 */
export function* iterateProject(
  slices: Iterable<string>,
  isWanted: (section: string) => boolean,
): Generator<ProjectItem> {
  let depth = 0;
  let section = '';
  let tree: XmlTree | null = null;
  for (const event of readXml(slices)) {
    if (tree) {
      if (!tree.add(event)) continue;
      yield { section, node: tree.root };
      tree = null;
    } else if ('open' in event) {
      const { name, uri, line } = event.open;
      if (depth === 0 && (name !== 'Project' || !uri.startsWith('urn:QDA-XML:project:')))
        throw new XmlFault(line, qdpxRefusals.notProject);
      if (depth === 1) section = name;
      if (depth === 2 && isWanted(section)) tree = new XmlTree(event.open);
      else depth += 1;
    } else if ('close' in event) depth -= 1;
  }
}

/** GUIDs are the same in braces and in capitals. */
export const toGuid = (written: string | undefined) => (written ?? '').replace(/[{}]/gu, '').trim().toLowerCase();
