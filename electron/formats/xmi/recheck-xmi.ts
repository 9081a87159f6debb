import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';

type Breathe = () => Promise<void> | undefined;
type Part = { start: number; end: number; quote: string };

/**
 * Reads the files back as UIMA does: every type and feature is in the type system, every id stands there once and is in the view,
 * every end is there, and every quote stands where its annotation does.
 */
export async function recheckXmi(files: WrittenFiles, _: unknown, breathe: Breathe = () => undefined): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const types = files.read('TypeSystem.xml');
  for (const event of readXml([types])) void event; // to its end, or it throws
  const features = listFeatures(types);
  for (const name of files.names.filter((each) => each.endsWith('.xmi'))) {
    await breathe();
    reread.articles += 1;
    const { annotations, relations, wrong } = recheckOne(readElements(files.read(name)), features);
    reread.annotations += annotations;
    reread.relations += relations;
    reread.mismatches.push(...wrong.map((what) => `${name}: ${what}`));
  }
  return reread;
}

type Written = XmlElement & { children: { name: string; words: string }[] };

function readElements(text: string): Written[] {
  const elements: Written[] = [];
  let depth = 0;
  let words = '';
  for (const event of readXml([text])) {
    if ('text' in event) words += event.text;
    else if ('open' in event) {
      depth += 1;
      words = '';
      if (depth === 2) elements.push({ ...event.open, children: [] });
    } else {
      if (depth === 3) elements.at(-1)!.children.push({ name: event.close, words });
      depth -= 1;
    }
  }
  return elements;
}

/** By type, what it may say; the three that every annotation has among it. */
function listFeatures(text: string): Map<string, Set<string>> {
  const types = text.matchAll(
    /<name>([\w.]+)<\/name>\s*<description>[^<]*<\/description>\s*<supertypeName>(.*?)<\/features>/gsu,
  );
  return new Map(
    Array.from(types, ([, type, rest]) => [
      type!,
      new Set(['sofa', 'begin', 'end', ...Array.from(rest!.matchAll(/<name>(\w+)</gu), ([, feature]) => feature!)]),
    ]),
  );
}

function recheckOne(elements: Written[], known: ReadonlyMap<string, Set<string>>) {
  const wrong: string[] = [];
  const sofa = elements.find(({ name }) => name === 'Sofa')?.attributes;
  const text = sofa?.['sofaString'] ?? '';
  const ids = new Set<string>();
  const mine = elements.filter(({ uri }) => uri.startsWith('http:///custom.') || uri.startsWith('http:///galley.'));
  for (const { attributes, line } of elements) {
    const id = attributes['xmi:id'];
    if (id !== undefined && ids.has(id)) wrong.push(`line ${line}: an id that stands there already`);
    if (id !== undefined) ids.add(id);
  }
  const members = new Set(elements.find(({ name }) => name === 'View')?.attributes['members']?.split(' '));
  const article = mine.find(({ name }) => name === 'Article')?.attributes;
  const uid = article?.['uid'] ?? '';
  const tags = new Map(
    mine.flatMap(({ uri, attributes }) =>
      uri === 'http:///custom.ecore' ? [[attributes['xmi:id'], attributes] as const] : [],
    ),
  );
  let annotations = 0;
  let relations = 0;
  for (const element of mine) {
    const { name, uri, attributes, children, line } = element;
    const type = `${uri.slice('http:///'.length, -'.ecore'.length)}.${name}`;
    if (uri === 'http:///custom.ecore') annotations += 1;
    const isRelation = name === 'Relation' && uri === 'http:///galley.ecore';
    if (isRelation) relations += 1;
    const says = [...Object.keys(attributes).filter((key) => key !== 'xmi:id'), ...children.map((child) => child.name)];
    const isKnown = says.every((feature) => known.get(type)?.has(feature));
    const to = tags.get(attributes['Dependent']);
    const leads =
      tags.has(attributes['Governor']) && to?.['begin'] === attributes['begin'] && to?.['end'] === attributes['end'];
    const isWhole =
      attributes['sofa'] === sofa?.['xmi:id'] && members.has(attributes['xmi:id']!) && (!isRelation || leads);
    if (!isKnown || !isWhole || !stands(element, uid, text)) wrong.push(`line ${line}: ${type}`);
  }
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  if (hash !== (article?.['textSha256'] ?? article?.['sha256'])) wrong.push('its text');
  return { annotations, relations, wrong };
}

const inUtf16 = (text: string, start: number, end: number) => text.slice(start, end);

function stands({ uri, name, attributes, children }: Written, uid: string, text: string): boolean {
  if (uri !== 'http:///custom.ecore') return name === 'Article' || name === 'Relation';
  const at = (start: number, end: number) =>
    0 <= start && start < end && end <= text.length ? text.slice(start, end) : null;
  if (at(Number(attributes['begin']), Number(attributes['end'])) !== attributes['galleyQuote']) return false;
  const parts = JSON.parse(attributes['galleyParts'] ?? '[]') as Part[];
  const isApart = parts.every(({ start }, n) => n === 0 || start > parts[n - 1]!.end);
  const values = [...Object.values(attributes), ...children.map(({ words }) => words)];
  return (
    isApart &&
    parts.every(({ start, end, quote }) => at(start, end) === quote) &&
    values.every((value) => valuesStand(value, (other) => (other === uid ? text : null), inUtf16))
  );
}
