import { listChildren, rawWordsOf, wordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { iterateProject, toGuid } from './read-project.ts';
import { skipSources } from './skip-sources.ts';

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
  notes: Map<string, { words: string; line: number }>;
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
  const paths = new Map<string, string>();
  for (const { section, node } of iterateProject(skipSources(slices), (name) => name !== 'Sources'))
    if (section === 'CodeBook') addCodes(node, context, paths, '');
    else add(context, section, node);
  tellApart(context, paths);
  return context;
}

/** Codes with those below them; `paths`: their names behind the names of those above, by GUID. */
function addCodes(node: XmlNode, context: Context, paths: Map<string, string>, above: string): void {
  const { guid, name = '' } = node.attributes;
  const path = node.name === 'Code' ? `${above}${name}` : '';
  if (node.name === 'Code') {
    context.codes.set(toGuid(guid), name);
    paths.set(toGuid(guid), path);
  }
  for (const child of listChildren(node)) addCodes(child, context, paths, path === '' ? '' : `${path} / `);
}

/** Codes of one name under two others are two things. */
function tellApart({ codes }: Context, paths: ReadonlyMap<string, string>): void {
  const alike = Map.groupBy(codes, ([, name]) => name.toLowerCase());
  for (const same of alike.values())
    if (new Set(same.map(([guid]) => paths.get(guid))).size > 1)
      for (const [guid] of same) codes.set(guid, paths.get(guid)!);
}

function add(context: Context, section: string, node: XmlNode): void {
  const { attributes, line } = node;
  const guid = toGuid(attributes['guid']);
  const name = attributes['name'] ?? '';
  switch (section) {
    case 'Users':
      context.users.set(guid, name);
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
      context.notes.set(guid, { words: listChildren(node, 'PlainTextContent').map(rawWordsOf).join('\n'), line });
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
