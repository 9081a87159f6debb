import type { Span } from '#shared/domain/span';
import { tokenise } from '../tokens/tokenise.ts';

/** `ws`: one blank stands behind it, that is of no token. */
export type CoveringToken = Span & { ws: boolean };

/**
 * Tokens that together hold all of a text, as spaCy has them: white space other than the one blank behind a token is a token too.
 * Each border of `spans` is one of a token. Unit: UTF-16.
 */
export function coverText(text: string, spans: readonly Span[]): CoveringToken[] {
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const starts = new Set(spans.map(({ start }) => start));
  const ends = new Set(spans.map(({ end }) => end));
  const tokens: CoveringToken[] = [];
  let at = 0;
  let next = 0;
  const fill = (end: number) => {
    const isBlankOf = tokens.length > 0 && at < end && text[at] === ' ' && !starts.has(at) && !ends.has(at + 1);
    if (isBlankOf) {
      tokens.at(-1)!.ws = true;
      at += 1;
    }
    for (; next < borders.length && borders[next]! < end; next += 1) {
      if (borders[next]! <= at) continue;
      tokens.push({ start: at, end: borders[next]!, ws: false });
      at = borders[next]!;
    }
    if (at < end) tokens.push({ start: at, end, ws: false });
    at = end;
  };
  for (const token of tokenise(text, { cuts: spans, whole: [] }).flat()) {
    fill(token.start);
    tokens.push({ ...token, ws: false });
    at = token.end;
  }
  fill(text.length);
  return tokens;
}
