import type { XmlElement } from '../xml/read-xml.ts';
import { hasLines, isBlock, isLeftOut } from './elements.ts';

/** Where an element's words stand in all the words of the file. Unit: code points, before white space is put in order. */
export type RawRange = { start: number; end: number };
type Open = { element: XmlElement; start: number; isPreserved: boolean };

/**
 * Puts together the text of a TEI document: blocks are lines of their own, white space between words is one blank, and what
 * `xml:space` keeps is kept; remembers where each character stood, since pointers count those of the file.
 */
export class TextBuilder {
  text = '';
  /** Elements that something can point to, by id. */
  readonly elements = new Map<string, RawRange>();
  readonly #open: Open[] = [];
  /** By raw offset, where that character begins and ends in the text. Unit: code points. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;
  #isBreakDue = false;
  #isBlankDue = false;
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
    this.#open.push({ element, start: this.#starts.length, isPreserved });
    if (isLeftOut(element, above?.element)) this.#leftOut += 1;
    if (isBlock(element.name)) this.#isBreakDue = true;
    if (element.name === 'lb' && element.attributes['break'] !== 'no') this.#isBreakDue = true;
  }

  close(): void {
    const { element, start } = this.#open.pop()!;
    if (isLeftOut(element, this.#open.at(-1)?.element)) this.#leftOut -= 1;
    else if (this.#leftOut === 0) this.#onClose(element, { start, end: this.#starts.length });
    const id = element.attributes['xml:id'];
    if (id !== undefined) this.elements.set(id, { start, end: this.#starts.length });
    if (isBlock(element.name)) this.#isBreakDue = true;
  }

  add(words: string): void {
    const at = this.#open.at(-1);
    const isPreserved = at?.isPreserved ?? false;
    const isBetween = at !== undefined && hasLines(at.element.name);
    if (isPreserved && !isBetween && this.#leftOut === 0) return this.#addAll(words);
    for (const character of words) {
      const isSpace = character === ' ' || character === '\n' || character === '\t' || character === '\r';
      if (this.#leftOut > 0 || (isSpace && (isBetween || !isPreserved))) {
        if (isSpace && !isBetween) this.#isBlankDue = true;
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
    if (this.#isBreakDue && this.text !== '' && !this.text.endsWith('\n')) this.#append('\n');
    else if (!this.#isBreakDue && this.#isBlankDue && this.text !== '' && !/[ \n]$/u.test(this.text)) this.#append(' ');
    this.#isBreakDue = false;
    this.#isBlankDue = false;
  }

  #append(character: string): void {
    this.text += character;
    this.#length += 1;
  }
}
