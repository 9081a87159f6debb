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
    const words = text.slice(sentence.start, sentence.end);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
      let start = sentence.start + match.index;
      const end = start + match[0].length;
      for (; next < borders.length && borders[next]! < end; next += 1) {
        const at = borders[next]!;
        if (at <= start) continue;
        tokens.push({ start, end: at });
        start = at;
      }
      tokens.push({ start, end });
    }
    if (tokens.length > 0) sentences.push(tokens);
  }
  return sentences;
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
