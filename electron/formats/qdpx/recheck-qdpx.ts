import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';

type Breathe = () => Promise<void> | undefined;
const FILE = 'project.qde';

/**
 * Reads the project back piece by piece, with the text of each source: positions in code points that are those of the name, codes
 * and users that are there, and links from one selection to another.
 */
export async function recheckQdpx(
  files: WrittenFiles,
  _: unknown,
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const recheck = new Recheck(files, listLinkEnds(files));
  for (const event of readXml(withEnds(files.lines(FILE)))) {
    if ('open' in event) recheck.open(event.open);
    else if ('text' in event) recheck.words += event.text;
    else {
      recheck.close(event.close);
      if (event.close === 'TextSource') await breathe();
    }
  }
  return recheck.finish();
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** The selections that links are of; not one in an article that is in another part of the dataset, which the link's note names. */
function listLinkEnds(files: WrittenFiles): Set<string> {
  const ends = new Set<string>();
  const sources = new Set<string>();
  const elsewhere = new Map<string, string>();
  let [guid, words, target] = ['', '', ''];
  for (const event of readXml(withEnds(files.lines(FILE)))) {
    if ('text' in event) words += event.text;
    else if ('open' in event) {
      const { name, attributes } = event.open;
      words = '';
      if (name === 'TextSource') sources.add(attributes['guid'] ?? '');
      if (name === 'Note') guid = attributes['guid'] ?? '';
      if (name === 'Link') target = attributes['targetGUID'] ?? '';
      if (name === 'Link') ends.add(attributes['originGUID'] ?? '');
      const article = name === 'NoteRef' ? elsewhere.get(attributes['targetGUID'] ?? '') : undefined;
      if (name === 'NoteRef' && (article === undefined || sources.has(article))) ends.add(target);
    } else if (event.close === 'PlainTextContent') {
      const { toArticle } = JSON.parse(words.slice('Galley: '.length)) as { toArticle?: string };
      if (toArticle !== undefined) elsewhere.set(guid, toArticle);
    }
  }
  return ends;
}

class Recheck {
  words = '';
  readonly #reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  readonly #files: WrittenFiles;
  readonly #names: Set<string>;
  readonly #ends: Set<string>;
  /** Codes, users and variables: what may be named by its GUID. */
  readonly #known = new Set<string>();
  #variable = '';
  #hash = '';
  #article = '';
  #selection = '';
  /** How many parts of an annotation are still to come. */
  readonly #parts = new Map<string, number>();
  #characters: string[] = [];

  constructor(files: WrittenFiles, ends: Set<string>) {
    this.#files = files;
    this.#names = new Set(files.names);
    this.#ends = ends;
  }

  open({ name, attributes, line }: XmlElement): void {
    this.words = '';
    const guid = attributes['guid'] ?? '';
    const fail = () => this.#reread.mismatches.push(`${FILE}, line ${line}: ${name} ${guid}`);
    if (name === 'Code' || name === 'User' || name === 'Variable') this.#known.add(guid);
    if (name === 'Variable' && attributes['name'] === 'sha256') this.#variable = guid;
    if (name === 'TextSource') this.#openSource(attributes, fail);
    if (name === 'VariableRef') this.#hash = attributes['targetGUID'] === this.#variable ? 'next' : this.#hash;
    if (name === 'CodeRef' && !this.#known.has(attributes['targetGUID'] ?? '')) fail();
    if (name === 'Link') this.#reread.relations += 1;
    if (name === 'PlainTextSelection') {
      this.#selection = guid;
      this.#ends.delete(guid);
      const { startPosition, endPosition, name: quote = '', creatingUser = '' } = attributes;
      const [start, end] = [Number(startPosition), Number(endPosition)];
      const isWithin = 0 <= start && start < end && end <= this.#characters.length;
      const stands = isWithin && isAlike(this.#characters.slice(start, end).join(''), quote);
      if (!stands || !this.#known.has(creatingUser)) fail();
    }
  }

  #openSource({ guid = '', plainTextPath = '' }: XmlElement['attributes'], fail: () => void): void {
    const file = `sources/${plainTextPath.replace('internal://', '')}`;
    this.#article = guid;
    this.#reread.articles += 1;
    this.#characters = [];
    if (!this.#names.has(file)) fail();
    else this.#characters = Array.from(this.#files.read(file));
  }

  close(name: string): void {
    if (name === 'TextValue' && this.#hash === 'next') {
      const hash = createHash('sha256').update(this.#characters.join(''), 'utf8').digest('hex');
      if (hash !== this.words) this.#reread.mismatches.push(`text of ${this.#article}`);
      this.#hash = '';
    }
    if (name === 'Description' && this.#article !== '') this.#checkDescription(this.words);
  }

  #checkDescription(words: string): void {
    const own = words.slice(words.lastIndexOf('\nGalley: {') + 1);
    if (!own.startsWith('Galley: {')) return;
    const json = own.slice('Galley: '.length);
    const { uid, partOf, parts = 1 } = JSON.parse(json) as { uid?: string; partOf?: string; parts?: number };
    if (uid !== undefined) this.#reread.annotations += 1;
    if (uid !== undefined && uid !== this.#selection) this.#reread.mismatches.push(`annotation ${uid}`);
    if (uid !== undefined && parts > 1) this.#parts.set(uid, parts - 1);
    if (partOf !== undefined) this.#parts.set(partOf, (this.#parts.get(partOf) ?? 0) - 1);
    const inText = (text: string, start: number, end: number) =>
      text === '' ? this.#characters.slice(start, end).join('') : '';
    if (!valuesStand(json, (article) => (article === this.#article ? '' : null), inText))
      this.#reread.mismatches.push(`a value in ${this.#article}: ${json}`);
  }

  finish(): Reread {
    for (const [uid, missing] of this.#parts)
      if (missing !== 0) this.#reread.mismatches.push(`parts of annotation ${uid}`);
    for (const end of this.#ends) this.#reread.mismatches.push(`a link to ${end}`);
    return this.#reread;
  }
}

/** The same, but for characters that XML has no way to write. */
const isAlike = (words: string, quote: string) =>
  words.length === quote.length &&
  words.split('').every((unit, n) => unit === quote.charAt(n) || (quote.charAt(n) === '\uFFFD' && isOdd(unit)));
const isOdd = (unit: string) => (unit < ' ' && !'\t\n\r'.includes(unit)) || unit >= '\ufffe';
