import { isPartialDate } from '#shared/domain/partial-date';
import { createUnitMap } from '#shared/text/offset-units';
import { qdpxLeft } from '#shared/messages/en/formats/qdpx';
import { xmlMessages } from '#shared/messages/en/formats/xml';
import { emptyDocument, type FoundAnnotation, type FoundDocument, type FoundSpan } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { listChildren, rawWordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { chooseText, isNameOf, type Selection } from './choose-text.ts';
import { splitOwnLine } from './own-line.ts';
import { readVariables, type Context } from './read-context.ts';
import { toGuid } from './read-project.ts';

/** A source as any format's document. Its annotations go by the GUIDs of their selections. */
export function toDocument(
  source: XmlNode,
  { file, name, raw, hasMark }: { file: string; name: string; raw: string; hasMark: boolean },
  context: Context,
): FoundDocument {
  const document = emptyDocument(name, file);
  document.title = name;
  document.key = toGuid(source.attributes['guid']);
  const nodes = listChildren(source, 'PlainTextSelection');
  const { text, unit } = chooseText(raw, hasMark, nodes.map(toSelection));
  document.text = text;
  document.unit = unit;
  describe(document, source, context);
  const { toUtf16 } = createUnitMap(text, unit ?? 'codepoint');
  const readSpan = (node: XmlNode): FoundSpan => {
    const { start, end, name: said } = toSelection(node);
    return { start, end, quote: toQuote(said, text.slice(toUtf16(start), toUtf16(end)), end - start) };
  };
  const firsts = new Map<string, FoundAnnotation>();
  for (const node of nodes) {
    const guid = toGuid(node.attributes['guid']);
    const { words, own } = splitOwnLine(listChildren(node, 'Description').map(rawWordsOf).join('\n'));
    const whole = typeof own?.['partOf'] === 'string' ? firsts.get(own['partOf']) : undefined;
    if (whole) {
      whole.spans.push(readSpan(node));
      continue;
    }
    const found = toAnnotations(node, { span: readSpan(node), words, own, context });
    if (found.length === 0) document.left.push(leave(qdpxLeft.uncoded, node, node.attributes['name'] ?? ''));
    if (found[0]) firsts.set(guid, found[0]);
    document.annotations.push(...found);
  }
  if (source.attributes['richTextPath'] !== undefined) document.left.push(leave(qdpxLeft.richText, source, ''));
  return document;
}

const leave = (what: string, { line }: XmlNode, quote: string) => ({
  what,
  place: xmlMessages.line(line),
  quote,
  count: 1,
});

const toSelection = ({ attributes: { startPosition, endPosition, name = '' } }: XmlNode): Selection => ({
  start: Number(startPosition),
  end: Number(endPosition),
  name,
});

/** A name is a quote where it stands there, or is as long as what stands there; else it is what somebody called the selection. */
function toQuote(name: string, words: string, length: number): string | null {
  if (name.includes('\uFFFD')) return null;
  if (isNameOf(name, words)) return /(?:…|\.{3})$/u.test(name) ? null : name;
  return name !== '' && [name.length, Array.from(name).length].includes(length) ? name : null;
}

/** What is known of a source: ours by their names, all others as metadata; codes of the whole of it are among these. */
function describe(document: FoundDocument, source: XmlNode, context: Context): void {
  const said = [...readVariables(source, context), ...(context.cases.get(toGuid(source.attributes['guid'])) ?? [])];
  for (const { key, value } of said)
    if (key === 'galley uid') document.uid = value;
    else if (key === 'date' && isPartialDate(value)) document.date = value;
    else if (key === 'sha256' || key === 'outlet' || key === 'language' || key === 'address') document[key] = value;
    else document.meta.push({ key, value });
  document.meta.push(...listNotes(source, context).map((value) => ({ key: 'note', value })));
  for (const coding of listChildren(source, 'Coding'))
    document.meta.push(...listCodes(coding, context).map((value) => ({ key: 'code', value })));
}

const listCodes = (coding: XmlNode, { codes }: Context) =>
  listChildren(coding, 'CodeRef').flatMap(({ attributes }) => codes.get(toGuid(attributes['targetGUID'])) ?? []);

const listNotes = (node: XmlNode, { notes }: Context): string[] =>
  listChildren(node, 'NoteRef')
    .map(({ attributes }) => notes.get(toGuid(attributes['targetGUID']))?.words ?? '')
    .filter((words) => words !== '');

type Reading = { span: FoundSpan; words: string; own: Record<string, unknown> | null; context: Context };

/** One for each code; what is noted of the selection is said of the first. */
function toAnnotations(node: XmlNode, { span, words, own, context }: Reading): FoundAnnotation[] {
  const notes = listNotes(node, context);
  const said = (name: string) => (typeof own?.[name] === 'string' ? own[name] : null);
  const record = (name: string) =>
    typeof own?.[name] === 'object' && own[name] !== null ? (own[name] as Record<string, unknown>) : undefined;
  return listChildren(node, 'Coding').flatMap((coding) =>
    listCodes(coding, context).map((label, n): FoundAnnotation => {
      const isFirst = n === 0 && coding === listChildren(node, 'Coding')[0];
      const user = coding.attributes['creatingUser'] ?? node.attributes['creatingUser'];
      const kept = isFirst ? record('kept') : undefined;
      return {
        id: toGuid((isFirst ? node : coding).attributes['guid']),
        uid: isFirst ? said('uid') : null,
        label,
        spans: [span],
        entity: isFirst && said('entity') !== null ? { name: said('entity')!, uid: said('entityUid'), refs: [] } : null,
        attributes: isFirst ? (record('attributes') ?? {}) : {},
        ...(kept && { kept }),
        annotator: context.users.get(toGuid(user)) ?? null,
        state: isFirst ? toState(said('state')) : null,
        note: isFirst ? [words, ...notes].filter((each) => each !== '').join('\n') : '',
        place: xmlMessages.line(node.line),
      };
    }),
  );
}
