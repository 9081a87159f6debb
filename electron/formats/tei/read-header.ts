import { isPartialDate } from '#shared/domain/partial-date';
import type { FoundDocument } from '../found.ts';
import { iterateNodes, listChildren, wordsOf, type XmlNode } from '../xml/xml-tree.ts';

/** The first element of one of these names, however deep. */
function findFirst(root: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  if (!root) return undefined;
  const [first] = iterateNodes(root, ...names);
  return first;
}

/** What a header says of the document; what people and labels are called in it, by id. */
export function readHeader(header: XmlNode | null, document: FoundDocument): Map<string, string> {
  const names = new Map<string, string>();
  if (!header) return names;
  for (const category of iterateNodes(header, 'category')) {
    const [description] = listChildren(category, 'catDesc');
    if (category.attributes['xml:id'] && description) names.set(category.attributes['xml:id'], wordsOf(description));
  }
  for (const statement of iterateNodes(header, 'respStmt', 'person')) {
    const name = listChildren(statement).find((child) => child.name === 'name' || child.name === 'persName');
    if (statement.attributes['xml:id'] && name) names.set(statement.attributes['xml:id'], wordsOf(name));
  }
  const [title, publication, source] = ['titleStmt', 'publicationStmt', 'sourceDesc'].map((name) =>
    findFirst(header, name),
  );
  const say = (node: XmlNode | undefined) => {
    const words = node ? wordsOf(node) : '';
    return words === '' ? null : words;
  };
  const idno = (root: XmlNode | undefined, type: string) =>
    say(root && [...iterateNodes(root, 'idno')].find(({ attributes }) => attributes['type'] === type));
  document.uid = idno(publication, 'galley');
  document.sha256 = idno(publication, 'sha256');
  document.title = say(findFirst(title, 'title'));
  document.address = idno(source, 'URI') ?? idno(publication, 'URI');
  // what a file of ours says of its publication is of the file, not of the article
  const of = document.uid === null ? (findFirst(source, 'bibl', 'biblStruct', 'biblFull') ?? publication) : source;
  document.outlet = say(findFirst(of, 'publisher'));
  const date = findFirst(of, 'date')?.attributes['when'] ?? null;
  document.date = date !== null && isPartialDate(date) ? date : null;
  document.language = findFirst(header, 'language')?.attributes['ident'] ?? null;
  const author = say(document.uid === null ? findFirst(title, 'author') : findFirst(source, 'author'));
  if (author !== null) document.meta.push({ key: 'byline', value: author });
  return names;
}
