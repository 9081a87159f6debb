import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';

type Breathe = () => Promise<void> | undefined;
const TEI = 'http://www.tei-c.org/ns/1.0';
type Written = { element: XmlElement; words: string; within: string };

/** Reads the files back by their pointers: each string range, in code points of its paragraph, has the words that are noted beside it. */
export async function recheckTei(files: WrittenFiles, _: unknown, breathe: Breathe = () => undefined): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  for (const name of files.names.filter((each) => each.endsWith('.xml'))) {
    await breathe();
    reread.articles += 1;
    const { annotations, relations, wrong } = recheckOne(listElements(files.read(name)));
    reread.annotations += annotations;
    reread.relations += relations;
    reread.mismatches.push(...wrong.map((what) => `${name}: ${what}`));
  }
  return reread;
}

/** Every element with the words directly in it, and the id of the nearest around it that has one. */
function listElements(text: string): Written[] {
  const all: Written[] = [];
  const open: Written[] = [];
  for (const event of readXml([text])) {
    if ('open' in event) {
      const within = open.findLast(({ element }) => element.attributes['xml:id'] !== undefined);
      const written = { element: event.open, words: '', within: within?.element.attributes['xml:id'] ?? '' };
      all.push(written);
      open.push(written);
    } else if ('text' in event) {
      const at = open.at(-1);
      if (at) at.words += event.text;
    } else open.pop();
  }
  return all;
}

function recheckOne(elements: Written[]) {
  const wrong: string[] = [];
  const named = (...names: string[]) => elements.filter(({ element }) => names.includes(element.name));
  const ids = elements.flatMap(({ element }) => element.attributes['xml:id'] ?? []);
  const known = new Set(ids);
  if (known.size !== ids.length) wrong.push('an id stands there twice');
  if (elements.some(({ element }) => element.uri !== TEI)) wrong.push('an element of another namespace');
  const paragraphs = named('p');
  const characters = new Map(
    paragraphs.map(({ element, words }) => [element.attributes['xml:id']!, Array.from(words)]),
  );
  const text = paragraphs.map(({ words }) => words).join('');
  const idno = (type: string) => named('idno').find(({ element }) => element.attributes['type'] === type)?.words;
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  // a text with signs that XML cannot write is another here
  if (hash !== (idno('sha256-here') ?? idno('sha256'))) wrong.push('its text');
  const quotes = Map.groupBy(
    named('note').filter(({ element }) => element.attributes['type'] === 'quote'),
    ({ within }) => within,
  );
  const annotations = named('annotation');
  for (const { element } of annotations) {
    const { 'xml:id': id = '', target = '' } = element.attributes;
    const words = (quotes.get(id) ?? []).map((quote) => quote.words).join('');
    if (words === '' || readRanges(target, characters) !== words) wrong.push(`line ${element.line}: ${id}`);
  }
  for (const { element } of named('annotation', 'relation'))
    for (const name of ['ana', 'resp', 'active', 'passive', 'mutual'])
      for (const pointer of element.attributes[name]?.split(' ') ?? [])
        if (pointer.startsWith('#') && !known.has(pointer.slice(1))) wrong.push(`line ${element.line}: ${pointer}`);
  const article = idno('galley');
  for (const { words, within, element } of named('string', 'note'))
    if (!valuesStand(words, (other) => (other === article ? text : null)))
      wrong.push(`line ${element.line}: a value of ${within}`);
  return { annotations: annotations.length, relations: named('relation').length, wrong };
}

/** The words that string ranges have together; null where one leads nowhere, or behind the end. */
function readRanges(target: string, characters: ReadonlyMap<string, string[]>): string | null {
  let words = '';
  for (const pointer of target.split(' ')) {
    const [id = '', ...numbers] = /^#string-range\((.+)\)$/u.exec(pointer)?.[1]?.split(',') ?? [];
    const paragraph = characters.get(id);
    if (!paragraph || numbers.length === 0 || numbers.length % 2 !== 0) return null;
    for (let n = 0; n < numbers.length; n += 2) {
      const [offset, length] = [Number(numbers[n]), Number(numbers[n + 1])];
      if (!(length > 0) || offset + length > paragraph.length) return null;
      words += paragraph.slice(offset, offset + length).join('');
    }
  }
  return words;
}
