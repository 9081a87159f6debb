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

function listLinkEnds(files: WrittenFiles): Set<string> {
  const ends = new Set<string>();
  for (const event of readXml(withEnds(files.lines(FILE))))
    if ('open' in event && event.open.name === 'Link')
      for (const name of ['originGUID', 'targetGUID']) ends.add(event.open.attributes[name] ?? '');
  return ends;
}

class Recheck {
  words = '';
  readonly #reread = { articles: 0, annotations: 0, mismatches: [] as string[] };
  readonly #files: WrittenFiles;
  readonly #names: Set<string>;
  readonly #ends: Set<string>;
  /** Codes, users and variables: what may be named by its GUID. */
  readonly #known = new Set<string>();
  #variable = '';
  #hash = '';
  #article = '';
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
    if (name === 'PlainTextSelection') {
      this.#ends.delete(guid);
      const { startPosition, endPosition, name: quote = '', creatingUser = '' } = attributes;
      const [start, end] = [Number(startPosition), Number(endPosition)];
      const stands = start < end && isAlike(this.#characters.slice(start, end).join(''), quote);
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
    if ('uid' in (JSON.parse(json) as object)) this.#reread.annotations += 1;
    const inText = (text: string, start: number, end: number) =>
      text === '' ? this.#characters.slice(start, end).join('') : '';
    if (!valuesStand(json, (article) => (article === this.#article ? '' : null), inText))
      this.#reread.mismatches.push(`a value in ${this.#article}: ${json}`);
  }

  finish(): Reread {
    for (const end of this.#ends) this.#reread.mismatches.push(`a link to ${end}`);
    return this.#reread;
  }
}

/** The same, but for characters that XML has no way to write. */
const isAlike = (words: string, quote: string) =>
  words.length === quote.length &&
  words.split('').every((unit, n) => unit === quote.charAt(n) || (quote.charAt(n) === '\uFFFD' && isOdd(unit)));
const isOdd = (unit: string) => (unit < ' ' && !'\t\n\r'.includes(unit)) || unit >= '\ufffe';
