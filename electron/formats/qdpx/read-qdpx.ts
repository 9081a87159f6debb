import { qdpxLeft, qdpxRefusals } from '#shared/messages/en/formats/qdpx';
import { xmlMessages } from '#shared/messages/en/formats/xml';
import type { FileSet, Found, FoundDocument } from '../found.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { iterateNodes, listChildren, rawWordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { findSourceFile, listSourceFiles, readSourceText, type SourceFiles } from './source-files.ts';
import { readContext, type Context } from './read-context.ts';
import { iterateProject, toGuid } from './read-project.ts';
import { addLinks, areOurs } from './read-links.ts';
import { toDocument } from './to-document.ts';

export const isProject = (name: string) => /\.qde$/iu.test(name);

/** A document for each source that is a text, also the plain text of a PDF; every other source is refused by its line. */
export function* readQdpx(files: FileSet): Generator<Found> {
  const projects = files.names.filter(isProject);
  if (projects.length === 0)
    yield { refused: { file: files.names[0] ?? '', line: null, reason: qdpxRefusals.noProject } };
  const known = listSourceFiles(files);
  for (const file of projects) {
    try {
      yield* readProject(files, known, file);
    } catch (error) {
      yield refuseFile(file, error);
    }
  }
}

function* readProject(files: FileSet, known: SourceFiles, file: string): Generator<Found> {
  const context = readContext(files.slices(file));
  // a link of others may lead to a source that comes later; ours say which it is
  if (!areOurs(context)) {
    const loose = new Map(context.notes);
    const hold = (node: XmlNode) => {
      for (const { attributes } of iterateNodes(node, 'NoteRef')) loose.delete(toGuid(attributes['targetGUID']));
    };
    for (const { node } of [...context.links.values()].flat()) hold(node);
    for (const { node } of iterateProject(files.slices(file), isSources)) {
      rememberEnds(node, context);
      hold(node);
    }
    const [first] = loose.values();
    if (first) context.others.set('Notes', { line: first.line, count: loose.size });
  }
  let isFirst = true;
  for (const { node } of iterateProject(files.slices(file), isSources)) {
    const found = readSource(files, known, { project: file, node, context });
    if ('document' in found) {
      addLinks(found.document, toGuid(textOf(node)?.attributes['guid']), context);
      if (isFirst) leaveOthers(found.document, context);
      isFirst = false;
    }
    yield found;
  }
  for (const { node } of [...context.links.values()].flat())
    yield { refused: { file, line: node.line, reason: qdpxRefusals.fromNowhere(node.attributes['name'] ?? '') } };
}

const isSources = (section: string) => section === 'Sources';

/** The text of a source: itself, or what stands in for a PDF. */
const textOf = (node: XmlNode): XmlNode | undefined =>
  node.name === 'TextSource' ? node : node.name === 'PDFSource' ? listChildren(node, 'Representation')[0] : undefined;

/** Which source the ends of links are in, by GUID of the selection. */
function rememberEnds(node: XmlNode, { ends }: Context): void {
  const source = textOf(node);
  if (!source) return;
  for (const { attributes } of listChildren(source, 'PlainTextSelection')) {
    const guid = toGuid(attributes['guid']);
    if (ends.has(guid)) ends.set(guid, toGuid(source.attributes['guid']));
  }
}

type Place = { project: string; node: XmlNode; context: Context };

function readSource(files: FileSet, known: SourceFiles, { project, node, context }: Place): Found {
  const source = textOf(node);
  const name = node.attributes['name'] ?? source?.attributes['name'] ?? '';
  const refuse = (reason: string): Found => ({ refused: { file: project, line: node.line, reason } });
  if (!source) return refuse(qdpxRefusals.notText(name, node.name.replace(/Source$/u, '')));
  const [content] = listChildren(source, 'PlainTextContent');
  const path = source.attributes['plainTextPath'] ?? '';
  const file = path === '' ? undefined : findSourceFile(known, project, path);
  if (!content && file === undefined)
    return refuse(qdpxRefusals.noText(name, path || (source.attributes['richTextPath'] ?? '')));
  try {
    const read = content ? { raw: rawWordsOf(content), hasMark: false } : readSourceText(files, file!);
    const document = toDocument(source, { file: file ?? project, name, ...read }, context);
    for (const selection of listChildren(node, 'PDFSelection'))
      document.left.push({
        what: qdpxLeft.selection(selection.name),
        place: xmlMessages.line(selection.line),
        quote: selection.attributes['name'] ?? '',
        count: 1,
      });
    return { document };
  } catch (error) {
    return refuseFile(file ?? project, error);
  }
}

/** What is said of the project as a whole is left with its first document. */
function leaveOthers(document: FoundDocument, { others }: Context): void {
  for (const [section, { line, count }] of others)
    document.left.push({ what: qdpxLeft.section(section), place: xmlMessages.line(line), quote: '', count });
}
