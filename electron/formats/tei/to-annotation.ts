import { xmlMessages } from '#shared/messages/en/formats/xml';
import type { FoundAnnotation, FoundSpan } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { listChildren, rawWordsOf, wordsOf, type XmlNode } from '../xml/xml-tree.ts';
import { findEntity, toUid, type readEntities } from './read-entities.ts';

type Range = { start: number; end: number };
type Entity = FoundAnnotation['entity'];

/** What a file says elsewhere, by id: names of labels and people, entities, and values. */
export type Reading = {
  names: ReadonlyMap<string, string>;
  entities: ReturnType<typeof readEntities>;
  features: ReadonlyMap<string, Record<string, unknown>>;
};

/** Notes of ours that are no comments. */
const OWN_NOTES = ['quote', 'state', 'kept'];

const notesOf = (node: XmlNode, type: string) =>
  listChildren(node, 'note').filter(({ attributes }) => attributes['type'] === type);

export const hasQuotes = (node: XmlNode) => notesOf(node, 'quote').length > 0;

/** `type`: what its group says that it is; `n`: how many come before it. */
export function toAnnotation(
  node: XmlNode,
  ranges: readonly Range[],
  { type, n, reading: { names, entities, features } }: { type: string | undefined; n: number; reading: Reading },
): FoundAnnotation {
  const { attributes, line, name } = node;
  const ana = [node, ...listChildren(node, 'rs')].flatMap((each) => toIds(each.attributes['ana']));
  const label = ana.map((id) => names.get(id)).find((each) => each !== undefined);
  const unnamed = ana.find((id) => id !== '' && !features.has(id) && !id.includes('/'));
  const [ref] = listChildren(node, 'ref');
  const [kept] = notesOf(node, 'kept').map((each) => parseObject(rawWordsOf(each)));
  const comments = name === 'span' ? [node] : listChildren(node, 'note').filter(isComment);
  return {
    id: attributes['xml:id'] ?? `annotation ${n + 1}`,
    uid: toUid(attributes['xml:id']),
    label: label ?? attributes['type'] ?? unnamed ?? type ?? name,
    ...placeQuotes(ranges, notesOf(node, 'quote').map(rawWordsOf)),
    entity: ref ? readRef(ref, entities) : null,
    attributes: Object.fromEntries(ana.flatMap((id) => Object.entries(features.get(id) ?? {}))),
    ...(kept && { kept }),
    annotator: names.get((attributes['resp'] ?? '').replace(/^#/u, '')) ?? readOwner(node),
    state: toState(notesOf(node, 'state').map(wordsOf)[0]),
    note: comments
      .map(wordsOf)
      .filter((comment) => comment !== '')
      .join('\n'),
    place: xmlMessages.line(line),
  };
}

const toIds = (pointers = '') => pointers.split(/\s+/u).map((pointer) => pointer.replace(/^#/u, ''));

/** Who is said within an annotation to be responsible for it. */
function readOwner(node: XmlNode): string | null {
  const [name] = listChildren(node, 'respStmt').flatMap((statement) => listChildren(statement, 'name'));
  return name ? wordsOf(name) : null;
}

const isComment = ({ attributes }: XmlNode) => !OWN_NOTES.includes(attributes['type'] ?? '');

/** A quote for each range; where they are not as many, the quotes together. One with a sign that stands for others says nothing. */
function placeQuotes(ranges: readonly Range[], quotes: readonly string[]): Pick<FoundAnnotation, 'spans' | 'quote'> {
  const areWhole = quotes.every((quote) => !quote.includes('\uFFFD'));
  const spans: FoundSpan[] = ranges.map((range, n) => ({
    ...range,
    quote: areWhole && quotes.length === ranges.length ? quotes[n]! : null,
  }));
  if (!areWhole || quotes.length === 0 || quotes.length === ranges.length) return { spans };
  const where = spans.length > 0 ? spans : [{ start: 0, end: 0, quote: null }];
  return { spans: where, quote: { text: quotes.join(' '), joiner: ' ' } };
}

function readRef(ref: XmlNode, entities: Reading['entities']): Entity {
  const { n = null, target = '' } = ref.attributes;
  const listed = entities.get(target.replace(/^#/u, ''));
  return { name: wordsOf(ref), uid: n, refs: listed?.refs ?? [] };
}

function parseObject(written: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A name within the text, tagged as what its element says that it is; one of other things by its type. `words`: the name itself. */
export function nameToAnnotation(
  { name, attributes, line }: XmlElement,
  { at, words, n }: { at: Range; words: string; n: number },
  { entities }: Reading,
): FoundAnnotation {
  const { ref, key, role, type } = attributes;
  const isGeneral = name === 'name' || name === 'rs';
  const values = Object.entries({ role, type: isGeneral ? undefined : type });
  return {
    id: attributes['xml:id'] ?? `annotation ${n + 1}`,
    uid: null,
    label: isGeneral ? (type ?? name) : name,
    spans: [{ ...at, quote: null }],
    entity: findEntity({ ...(ref !== undefined && { ref }), ...(key !== undefined && { key }) }, words, entities),
    attributes: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    annotator: null,
    state: null,
    note: '',
    place: xmlMessages.line(line),
  };
}
