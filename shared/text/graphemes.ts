import type { Span } from '../domain/span.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether no grapheme cluster (a letter with its marks, an emoji sequence) is cut at `offset`; true at both ends. */
export function isGraphemeBorder(text: string, offset: number): boolean {
  return clusterAround(text, offset).start === offset;
}

/** The smallest span of whole grapheme clusters that holds `span`. */
export function widenToGraphemes(text: string, span: Span): Span {
  const { start } = clusterAround(text, span.start);
  const last = clusterAround(text, span.end);
  return { start, end: last.start === span.end ? span.end : last.end };
}

/** Below the first combining mark no character joins another, but for a carriage return. */
const isAlone = (text: string, offset: number) =>
  joinsNone(text, offset) && joinsNone(text, offset - 1) && joinsNone(text, offset + 1);

function joinsNone(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return Number.isNaN(code) || (code < 0x300 && code !== 0x0d);
}

/** Whether no cluster can go over `offset`, by the two characters beside it alone. */
const isSureBorder = (text: string, offset: number) => joinsNone(text, offset - 1) && joinsNone(text, offset);

/** The cluster that `offset` lies in or starts; empty at the end of the text. */
export function clusterAround(text: string, offset: number): { start: number; end: number } {
  if (offset <= 0 && text.length === 0) return { start: 0, end: 0 };
  if (offset >= text.length) return { start: text.length, end: text.length };
  if (isAlone(text, offset)) return { start: offset, end: offset + 1 };
  // Only what stands between two sure borders has to be segmented, which is little even in a line of a million characters.
  let from = offset;
  while (from > 0 && !isSureBorder(text, from)) from -= 1;
  let to = offset + 1;
  while (to < text.length && !isSureBorder(text, to)) to += 1;
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from)!;
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}
