/** What may hold signs that look like a tag, and how it ends. */
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };
/** These, and the tags of sources; where one says more than the schema has, it is not found, and nothing is passed over. */
const mark = /<!--|<!\[CDATA\[|<\?|<(\/?)(?:[^\s<>/:]{1,32}:)?Sources\s{0,8}>/gu;
/** At least as long as what is looked for: what begins so near to the end of a slice is looked at with the next one. Unit: UTF-16. */
const HELD_BACK = 64;

/**
 * A project without what its sources hold, but for its line ends: they are nearly all of it, and to parse them once more only
 * to pass them over takes as long as to read them. What is wrong within is found by whoever reads them.
 */
export function* skipSources(slices: Iterable<string>): Generator<string> {
  const skipper = new Skipper();
  let rest = '';
  for (const slice of slices) {
    const text = rest + slice;
    const seen = yield* skipper.pass(text, text.length - HELD_BACK);
    rest = text.slice(seen);
  }
  yield* skipper.pass(rest, rest.length);
}

class Skipper {
  /** How many tags of sources are open. */
  #depth = 0;
  /** How the comment or the like that is open ends. */
  #end: string | undefined;

  /** What is kept of a text as far as `limit`; gives how far it was looked at, which may be a little beyond. */
  *pass(text: string, limit: number): Generator<string, number> {
    let from = 0;
    let at = 0;
    while (at < limit) {
      if (this.#end !== undefined) {
        const found = text.indexOf(this.#end, at);
        at = found === -1 ? limit : found + this.#end.length;
        if (found !== -1) this.#end = undefined;
        continue;
      }
      mark.lastIndex = at;
      const match = mark.exec(text);
      if (!match || match.index >= limit) {
        at = limit;
        break;
      }
      at = mark.lastIndex;
      this.#end = ENDS[match[0]];
      if (this.#end !== undefined) continue;
      const isClosing = match[1] === '/';
      if (isClosing && this.#depth === 1) {
        yield lineEndsOf(text, from, match.index);
        from = match.index;
      } else if (!isClosing && this.#depth === 0) {
        yield text.slice(from, at);
        from = at;
      }
      this.#depth = Math.max(0, this.#depth + (isClosing ? -1 : 1));
    }
    yield this.#depth > 0 ? lineEndsOf(text, from, at) : text.slice(from, at);
    return at;
  }
}

/** What stands between them is a blank: a return and a line feed that it parts are two. */
const lineEndsOf = (text: string, from: number, to: number) => text.slice(from, to).replace(/[^\r\n]+/gu, ' ');
