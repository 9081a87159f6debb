import { iterateNodes, listChildren, rawWordsOf, wordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { iterateProject, toGuid } from './read-project.ts';

export type QdpxLink = { node: XmlNode; to: string };
type Said = { key: string; value: string };

/**
 * All that a project says beside its sources, by GUID. `cases`: what is said of a source; `links`: by where
 * they lead from; `ends`: all that they join, with the source that each is in, once that is known; `others`: parts that Galley has no place for.
 */
export type Context = {
  users: Map<string, string>;
  codes: Map<string, string>;
  variables: Map<string, string>;
  notes: Map<string, string>;
  cases: Map<string, Said[]>;
  links: Map<string, QdpxLink[]>;
  ends: Map<string, string | null>;
  others: Map<string, { line: number; count: number }>;
};

/** Throws XmlFault. */
export function readContext(slices: Iterable<string>): Context {
  const context: Context = {
    users: new Map(),
    codes: new Map(),
    variables: new Map(),
    notes: new Map(),
    cases: new Map(),
    links: new Map(),
    ends: new Map(),
    others: new Map(),
  };
  for (const { section, node } of iterateProject(slices, (name) => name !== 'Sources')) add(context, section, node);
  return context;
}

function add(context: Context, section: string, node: XmlNode): void {
  const { attributes, line } = node;
  const guid = toGuid(attributes['guid']);
  const name = attributes['name'] ?? '';
  switch (section) {
    case 'Users':
      context.users.set(guid, name);
      return;
    case 'CodeBook':
      for (const code of iterateNodes(node, 'Code'))
        context.codes.set(toGuid(code.attributes['guid']), code.attributes['name'] ?? '');
      return;
    case 'Variables':
      context.variables.set(guid, name);
      return;
    case 'Cases':
      for (const source of listChildren(node, 'SourceRef')) {
        const of = toGuid(source.attributes['targetGUID']);
        context.cases.set(of, [...(context.cases.get(of) ?? []), ...readVariables(node, context)]);
      }
      return;
    case 'Notes':
      context.notes.set(guid, listChildren(node, 'PlainTextContent').map(rawWordsOf).join('\n'));
      return;
    case 'Links':
      addLink(context, node, toGuid(attributes['originGUID']), toGuid(attributes['targetGUID']));
      return;
    default: {
      const known = context.others.get(section);
      context.others.set(section, { line: known?.line ?? line, count: (known?.count ?? 0) + 1 });
    }
  }
}

function addLink({ links, ends }: Context, node: XmlNode, from: string, to: string): void {
  const known = links.get(from);
  if (known) known.push({ node, to });
  else links.set(from, [{ node, to }]);
  ends.set(from, null).set(to, null);
}

/** Values of variables of a source or a case, by the names of the variables. */
export const readVariables = (node: XmlNode, { variables }: Context): Said[] =>
  listChildren(node, 'VariableValue').flatMap((value) => {
    const [ref, said] = listChildren(value);
    const key = variables.get(toGuid(ref?.attributes['targetGUID']));
    const words = said && (said.name === 'TextValue' ? rawWordsOf(said) : wordsOf(said));
    return key !== undefined && words ? [{ key, value: words }] : [];
  });
