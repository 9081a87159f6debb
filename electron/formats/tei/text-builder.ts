import type { XmlElement } from '../xml/read-xml.ts';
import { hasLines, isBlock, isLeftOut } from './elements.ts';

/** Where an element's words stand in all the words of the file. Unit: code points, before white space is put in order. */
export type RawRange = { start: number; end: number };
/** `paths`: from the root, and from the next element with an id; `children`: how many there were of each name. */
type Open = {
  element: XmlElement;
  start: number;
  isPreserved: boolean;
  paths: string[];
  children: Map<string, number>;
};

/** Elements that are nested deeper than people do it have none: each path is as long as they are deep. Unit: characters. */
const LONGEST_PATH = 500;

function toPaths({ name, attributes }: XmlElement, above: Open | undefined): string[] {
  const id = attributes['xml:id'];
  const byId = id === undefined ? [] : [`//${name}[@xml:id='${id}']`];
  if (!above) return ['/TEI[1]/text[1]', ...byId];
  const n = (above.children.get(name) ?? 0) + 1;
  above.children.set(name, n);
  const [fromRoot = '', fromId] = above.paths;
  const step = `/${name}[${n}]`;
  const paths = [fromRoot === '' ? '' : fromRoot + step, ...(byId.length > 0 ? byId : fromId ? [fromId + step] : [])];
  return paths.map((path) => (path.length > LONGEST_PATH ? '' : path));
}

/** Whether an element begins on a line of its own: also a note or the like between paragraphs. */
const standsAlone = ({ name }: XmlElement, within: XmlElement | undefined) =>
  isBlock(name) || (within !== undefined && hasLines(within.name));

/** Whether a word says that no blank is beside it. */
const isJoined = ({ attributes: { join } }: XmlElement, side: 'left' | 'right') => join === side || join === 'both';

/**
 * Puts together the text of a TEI document: blocks are lines of their own, white space between words is one blank, and what
 * `xml:space` keeps is kept; remembers where each character stood, since pointers count those of the file.
 */
export class TextBuilder {
  text = '';
  /** Elements that something can point to, by id. */
  readonly elements = new Map<string, RawRange>();
  /** Where elements begin, by their paths as XPath has them. Unit: code points, before white space is put in order. */
  readonly paths = new Map<string, number>();
  readonly #open: Open[] = [];
  /** By raw offset, where that character begins and ends in the text. Unit: code points. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;
  /** What the text ends with: to look for it in the text, which grows by small pieces, would take longer with each of them. */
  #last = '';
  #isBreakDue = false;
  #isBlankDue = false;
  /** No blank is between the last word and the next, whatever stands there in the file. */
  #isNextJoined = false;
  /** How deep in elements whose words are another reading of what stands there. */
  #leftOut = 0;
  readonly #onClose: (element: XmlElement, range: RawRange) => void;

  constructor(onClose: (element: XmlElement, range: RawRange) => void) {
    this.#onClose = onClose;
  }

  open(element: XmlElement): void {
    const above = this.#open.at(-1);
    const space = element.attributes['xml:space'];
    const isPreserved = space === undefined ? (above?.isPreserved ?? false) : space === 'preserve';
    const start = this.#starts.length;
    const paths = toPaths(element, above);
    for (const path of paths) if (path !== '') this.paths.set(path, start);
    this.#open.push({ element, start, isPreserved, paths, children: new Map() });
    if (isLeftOut(element, above?.element)) this.#leftOut += 1;
    if (standsAlone(element, above?.element)) this.#isBreakDue = true;
    if (isJoined(element, 'left')) this.#isBlankDue = false;
    if (element.name === 'lb' && element.attributes['break'] !== 'no') this.#isBreakDue = true;
  }

  close(): void {
    const { element, start } = this.#open.pop()!;
    if (isLeftOut(element, this.#open.at(-1)?.element)) this.#leftOut -= 1;
    else if (this.#leftOut === 0) this.#onClose(element, { start, end: this.#starts.length });
    const id = element.attributes['xml:id'];
    if (id !== undefined) this.elements.set(id, { start, end: this.#starts.length });
    if (standsAlone(element, this.#open.at(-1)?.element)) this.#isBreakDue = true;
    if (isJoined(element, 'right')) this.#isNextJoined = true;
  }

  add(words: string): void {
    const at = this.#open.at(-1);
    const isPreserved = at?.isPreserved ?? false;
    const isBetween = at !== undefined && hasLines(at.element.name);
    if (isPreserved && !isBetween && this.#leftOut === 0) return this.#addAll(words);
    for (const character of words) {
      const isSpace = character === ' ' || character === '\n' || character === '\t' || character === '\r';
      if (this.#leftOut > 0 || (isSpace && (isBetween || !isPreserved))) {
        if (isSpace && !isBetween && !this.#isNextJoined) this.#isBlankDue = true;
        this.#starts.push(this.#length);
      } else {
        this.#appendDue();
        this.#starts.push(this.#length);
        this.#append(character);
      }
      this.#ends.push(this.#length);
    }
  }

  #addAll(words: string): void {
    if (words === '') return;
    this.#appendDue();
    this.text += words;
    this.#last = words.charAt(words.length - 1);
    for (let at = 0; at < words.length; at += words.codePointAt(at)! > 0xffff ? 2 : 1) {
      this.#starts.push(this.#length);
      this.#length += 1;
      this.#ends.push(this.#length);
    }
  }

  /** Where a range of the file's characters stands in the text; null where it reaches behind the last. */
  locate({ start, end }: RawRange): RawRange | null {
    if (start < 0 || end > this.#starts.length || start >= end) return null;
    let [first, last] = [start, end - 1];
    // white space that is not in the text is no part of anything
    while (first < last && this.#starts[first] === this.#ends[first]) first += 1;
    while (last > first && this.#starts[last] === this.#ends[last]) last -= 1;
    return { start: this.#starts[first]!, end: this.#ends[last]! };
  }

  #appendDue(): void {
    if (this.#last !== '' && this.#last !== '\n') {
      if (this.#isBreakDue) this.#append('\n');
      else if (this.#isBlankDue && this.#last !== ' ') this.#append(' ');
    }
    this.#isBreakDue = false;
    this.#isBlankDue = false;
    this.#isNextJoined = false;
  }

  #append(character: string): void {
    this.text += character;
    this.#last = character;
    this.#length += 1;
  }
}
