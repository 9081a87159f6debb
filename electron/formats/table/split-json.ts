import { ExpectedError } from '#shared/errors';
import { LONGEST_ROW } from './table.ts';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A row as it is written, and where it stands in the whole text. */
export type RawRow = { raw: string; start: number; end: number };

/**
 * The values of a JSON text that are rows, as they are written: the items of its list, whether it is that list or an object
 * that has one list of objects; of an object without, or of several values one after the other, these themselves.
 *
 * Nothing larger than a row is held. Errors: table-two-lists, table-row-too-long, table-broken.
 */
export function* splitJson(texts: Iterable<string>, file: string): Generator<RawRow> {
  const splitter = new JsonSplitter(file);
  for (const text of texts) yield* splitter.split(text);
  splitter.finish();
}

class JsonSplitter {
  readonly #file: string;
  /** Brackets that are open, outermost first. */
  readonly #open: number[] = [];
  #text = '';
  /** Where `#text` begins in the whole. */
  #offset = 0;
  /** Where in `#text` the value begins that may be a row. */
  #start: number | null = null;
  #isInString = false;
  #isEscaped = false;
  /** Lists of objects in the outermost object; its second list that has an object is one too many. */
  #lists = 0;
  #hasListRows = false;
  #row = 1;

  constructor(file: string) {
    this.#file = file;
  }

  *split(slice: string): Generator<RawRow> {
    const kept = this.#start === null ? '' : this.#text.slice(this.#start);
    if (kept.length > LONGEST_ROW)
      throw new ExpectedError('table-row-too-long', { file: this.#file, row: this.#row, limitMb: LONGEST_ROW / 1e6 });
    this.#offset += this.#text.length - kept.length;
    this.#text = kept + slice;
    if (this.#start !== null) this.#start = 0;
    for (let at = kept.length; at < this.#text.length; at += 1) {
      const end = this.#step(this.#text.charCodeAt(at), at);
      if (end === undefined) continue;
      const start = this.#start!;
      this.#start = null;
      this.#row += 1;
      yield { raw: this.#text.slice(start, end), start: this.#offset + start, end: this.#offset + end };
    }
  }

  finish(): void {
    if (this.#open.length > 0 || this.#isInString) throw this.#broken();
  }

  #broken = () => new ExpectedError('table-broken', { file: this.#file, row: this.#row });

  /** Takes in one character; gives where a row ends, if one ends with it. */
  #step(code: number, at: number): number | undefined {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#isInString = false;
      return undefined;
    }
    if (code <= 0x20) return undefined;
    const depth = this.#open.length;
    const isItem = depth === 1 && this.#open[0] === BRACKET;
    if (isItem && (code === COMMA || code === BRACKET_END)) {
      if (code === BRACKET_END) this.#open.pop();
      return this.#start === null ? undefined : at;
    }
    if (isItem) this.#start ??= at;
    switch (code) {
      case QUOTE:
        this.#isInString = true;
        break;
      case BRACE:
      case BRACKET:
        this.#enter(code, at);
        break;
      case BRACE_END:
      case BRACKET_END:
        return this.#leave(code, at);
    }
    if (depth === 0 && code !== BRACE && code !== BRACKET && code !== COMMA) throw this.#broken();
    return undefined;
  }

  #enter(code: number, at: number): void {
    const [first, second] = this.#open;
    const depth = this.#open.length;
    if (depth === 0 && code === BRACE) {
      this.#start = at;
      this.#lists = 0;
    }
    if (depth === 1 && first === BRACE && code === BRACKET) this.#hasListRows = false;
    if (depth === 2 && first === BRACE && second === BRACKET && code === BRACE) {
      if (!this.#hasListRows) this.#lists += 1;
      if (this.#lists > 1) throw new ExpectedError('table-two-lists', { file: this.#file });
      this.#hasListRows = true;
      this.#start = at; // the object around it is no row
    }
    this.#open.push(code);
  }

  #leave(code: number, at: number): number | undefined {
    const opened = this.#open.pop();
    if (opened !== (code === BRACE_END ? BRACE : BRACKET)) throw this.#broken();
    const depth = this.#open.length;
    const isListRow = depth === 2 && this.#open[0] === BRACE && this.#open[1] === BRACKET && opened === BRACE;
    const isWhole = depth === 0 && opened === BRACE && this.#lists === 0;
    return (isListRow || isWhole) && this.#start !== null ? at + 1 : undefined;
  }
}
