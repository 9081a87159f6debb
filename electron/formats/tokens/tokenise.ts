import { bySpan, type Span } from '#shared/domain/span';
import { sentencesOf } from '#shared/text/sentences';
import { BLANKS } from './blanks.ts';

/** Scripts that are written without blanks between words: each letter is a token. */
const SPACELESS = String.raw`[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const LETTER = String.raw`[[\p{L}\p{N}]--${SPACELESS}]`;
const REST = String.raw`[[\p{L}\p{N}\p{M}\u200c\u200d]--[${SPACELESS}&&\p{L}]]`;
const SIGN = String.raw`[^${BLANKS}](?:[\p{M}\p{EMod}\u200d\u{e0020}-\u{e007f}]|(?<=\u200d)\p{ExtPict})*`;
/** In this order at each place: a figure, a word, a flag, any other character with what joins it. */
const pattern = new RegExp(
  [
    String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)+`,
    `${LETTER}${REST}*(?:['’]${LETTER}${REST}*)*`,
    String.raw`\p{RI}\p{RI}`,
    SIGN,
  ].join('|'),
  'gv',
);

/**
 * The sentences of a text as their tokens: Unicode words, and single characters between them. None holds a blank, and none goes over
 * a border of `cuts`; no sentence ends within one of `whole`. Unit: UTF-16.
 */
export function tokenise(text: string, { cuts, whole }: { cuts: readonly Span[]; whole: readonly Span[] }): Span[][] {
  const borders = [...new Set(cuts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const sentences: Span[][] = [];
  let next = 0;
  for (const sentence of joinOver(sentencesOf(text, 0, text.length), whole)) {
    const tokens: Span[] = [];
    for (const token of partWords(text, sentence)) {
      for (; next < borders.length && borders[next]! < token.end; next += 1) {
        const at = borders[next]!;
        if (at <= token.start) continue;
        tokens.push({ start: token.start, end: at });
        token.start = at;
      }
      tokens.push(token);
    }
    if (tokens.length > 0) sentences.push(tokens);
  }
  return sentences;
}

/** The tokens of a stretch. What is told from ASCII alone is what the pattern would say, at a third of its time. */
function partWords(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  let words: string | undefined;
  for (let at = start; at < end;) {
    const behind = findAsciiEnd(text, at, end);
    if (behind !== undefined) {
      if (!isAsciiBlank(text.charCodeAt(at))) tokens.push({ start: at, end: behind });
      at = behind;
      continue;
    }
    words ??= text.slice(start, end);
    pattern.lastIndex = at - start;
    const match = pattern.exec(words);
    if (!match) break;
    at = start + pattern.lastIndex;
    tokens.push({ start: at - match[0].length, end: at });
  }
  return tokens;
}

/** The same by the pattern alone. */
export function partWordsByPattern(text: string, { start, end }: Span): Span[] {
  pattern.lastIndex = 0;
  return Array.from(text.slice(start, end).matchAll(pattern), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

const isAsciiBlank = (code: number) => (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x20);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isAsciiWord = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);

/**
 * Where the word, sign or blank that begins at `at` ends; undefined where that takes the pattern: what is not ASCII may go on with
 * it, an apostrophe may stand within a word, and a point or comma within a figure.
 */
function findAsciiEnd(text: string, at: number, end: number): number | undefined {
  const first = text.charCodeAt(at);
  let behind = at + 1;
  if (isAsciiWord(first)) while (behind < end && isAsciiWord(text.charCodeAt(behind))) behind += 1;
  if (first > 0x7f) return undefined;
  if (behind === end) return behind;
  const after = text.charCodeAt(behind);
  if (after > 0x7f) return undefined;
  if (!isAsciiWord(first)) return behind;
  const goesOn = after === 0x27 || (isDigit(first) && (after === 0x2e || after === 0x2c));
  return goesOn ? undefined : behind;
}

/** Sentences that a span goes over are one. */
function joinOver(sentences: Span[], whole: readonly Span[]): Span[] {
  const spans = whole.toSorted(bySpan);
  const joined: Span[] = [];
  let next = 0;
  let reach = 0;
  for (const { start, end } of sentences) {
    const last = joined.at(-1);
    if (last && start < reach) last.end = end;
    else joined.push({ start, end });
    for (; next < spans.length && spans[next]!.start < end; next += 1) reach = Math.max(reach, spans[next]!.end);
  }
  return joined;
}
