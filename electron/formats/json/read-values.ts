import { jsonMessages } from '#shared/messages/en/formats/json-values';

const [LINE_FEED, QUOTE, BACKSLASH, COMMA] = [0x0a, 0x22, 0x5c, 0x2c];
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A line that is longer is read sign by sign. Unit: UTF-16 code units. */
const LONGEST_LINE = 1 << 22;

/** A value and the line that it begins in, from 1; or why it cannot be read. */
export type JsonValue = { value: unknown; line: number } | { reason: string; line: number };

/**
 * The values of a JSON text, however it is laid out: the items of its list, or values one after the other, each on one line or
 * over many. One that is broken is refused, and the next that begins a line is read. Nothing larger than a value is held.
 */
export function* readValues(slices: Iterable<string>): Generator<JsonValue> {
  const scanner = new Scanner();
  for (const slice of slices) yield* scanner.scan(slice);
  yield* scanner.finish();
}

class Scanner {
  #text = '';
  /** Where in `#text` a value begins; -1 between values. */
  #start = -1;
  #startLine = 1;
  #line = 1;
  /** Brackets that are open within the value. */
  #depth = 0;
  #isInList = false;
  #isInString = false;
  #isEscaped = false;
  /** What cannot be read goes on to the end of its line. */
  #isSkipping = false;
  /** A value begins at `#start`, and its line is not whole yet. */
  #isWaiting = false;
  #isLast = false;

  *scan(slice: string): Generator<JsonValue> {
    const kept = this.#start === -1 ? '' : this.#text.slice(this.#start);
    this.#text = kept + slice;
    if (this.#start !== -1) this.#start = 0;
    let at = this.#isWaiting ? 0 : kept.length;
    if (this.#isWaiting) this.#start = -1;
    this.#isWaiting = false;
    while (at < this.#text.length) {
      const code = this.#text.charCodeAt(at);
      if (code === BRACE && this.#depth === 0 && this.#start === -1 && !this.#isSkipping) {
        const line = this.#readLine(at);
        if (line === 'waits') return;
        if (line) {
          yield { value: line.value, line: this.#line };
          at = line.end;
          continue;
        }
      }
      const found = this.#step(code, at);
      if (found) yield found;
      at = this.#isInString && !this.#isEscaped ? this.#skipPlain(at + 1) : at + 1;
    }
  }

  *finish(): Generator<JsonValue> {
    if (this.#isWaiting) {
      this.#isLast = true;
      yield* this.scan('');
    }
    if (this.#start !== -1) yield { reason: jsonMessages.notClosed, line: this.#startLine };
    else if (this.#isInList) yield { reason: jsonMessages.notClosed, line: this.#line };
  }

  /** An object that is all of the rest of its line, as most are: nothing has to be looked at sign by sign. */
  #readLine(at: number): { value: unknown; end: number } | 'waits' | undefined {
    const next = this.#text.indexOf('\n', at);
    if (next === -1 && !this.#isLast && this.#text.length - at < LONGEST_LINE) {
      this.#start = at;
      this.#isWaiting = true;
      return 'waits';
    }
    const end = next === -1 ? this.#text.length : next;
    const raw = this.#text.slice(at, end).trimEnd().replace(/,$/u, '');
    if (!raw.endsWith('}')) return undefined;
    try {
      return { value: JSON.parse(raw), end };
    } catch {
      return undefined; // its own fault, or several: the signs tell
    }
  }

  /** Past what neither ends a string nor a line. */
  #skipPlain(from: number): number {
    let at = from;
    for (; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE || code === BACKSLASH || code === LINE_FEED) break;
    }
    return at;
  }

  #step(code: number, at: number): JsonValue | undefined {
    if (code === LINE_FEED) return this.#endLine();
    if (this.#isSkipping) return undefined;
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#isInString = false;
      return undefined;
    }
    if (code <= 0x20 || code === 0xfeff) return undefined;
    return this.#depth === 0 ? this.#stepBetween(code, at) : this.#stepWithin(code, at);
  }

  /** No string goes over the end of a line. */
  #endLine(): JsonValue | undefined {
    this.#line += 1;
    this.#isSkipping = false;
    return this.#isInString ? this.#refuse(jsonMessages.notClosed) : undefined;
  }

  #stepBetween(code: number, at: number): JsonValue | undefined {
    if (code === BRACE || code === BRACKET) {
      if (code === BRACKET && !this.#isInList && this.#start === -1) this.#isInList = true;
      else {
        if (this.#start === -1) this.#begin(at);
        this.#depth = 1;
      }
      return undefined;
    }
    if (code === COMMA || (code === BRACKET_END && this.#isInList)) {
      if (code === BRACKET_END) this.#isInList = false;
      return this.#start === -1 ? undefined : this.#end(at);
    }
    if (this.#isInList) {
      if (this.#start === -1) this.#begin(at);
      this.#isInString = code === QUOTE;
      return undefined;
    }
    this.#isSkipping = true;
    return { reason: jsonMessages.noObject, line: this.#line };
  }

  #stepWithin(code: number, at: number): JsonValue | undefined {
    switch (code) {
      case QUOTE:
        this.#isInString = true;
        return this.#beginsAnother(at) ? this.#beginAgain(at - 1) : undefined;
      case BRACE:
      case BRACKET:
        this.#depth += 1;
        return undefined;
      case BRACE_END:
      case BRACKET_END:
        this.#depth -= 1;
        return this.#depth === 0 ? this.#end(at + 1) : undefined;
    }
    return undefined;
  }

  /** An object at the beginning of a line, while another is open: that one was never closed. */
  #beginsAnother = (at: number) =>
    this.#depth > 1 && !this.#isInList && at - 2 >= this.#start && this.#text.slice(at - 2, at) === '\n{';

  #beginAgain(at: number): JsonValue {
    const refused = { reason: jsonMessages.notClosed, line: this.#startLine };
    this.#begin(at);
    this.#depth = 1;
    return refused;
  }

  #begin(at: number): void {
    this.#start = at;
    this.#startLine = this.#line;
  }

  #end(at: number): JsonValue {
    const raw = this.#text.slice(this.#start, at);
    this.#start = -1;
    try {
      return { value: JSON.parse(raw) as unknown, line: this.#startLine };
    } catch (error) {
      return { reason: jsonMessages.notJson((error as Error).message), line: this.#startLine };
    }
  }

  #refuse(reason: string): JsonValue {
    this.#start = -1;
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
    return { reason, line: this.#startLine };
  }
}
