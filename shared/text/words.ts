import type { Span } from '../domain/span.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const joiners = new Set(['-', '‐', '‑', "'", '’', 'ʼ', '.']);

/**
 * The word at or just before `offset`, or undefined where there is none.
 *
 * A word is a run of `Intl.Segmenter` words joined by `-`, `'`, `’` or `.` without white space: "al-Sukhnah",
 * "Dara'a", "U.S.-backed" are one word each. A joiner at either end does not belong to it.
 */
export function findWordAt(text: string, offset: number): Span | undefined {
  return findAt(listWordsAround(text, offset), offset);
}

/** The words of the line that `offset` is in, in order. */
export function listWordsAround(text: string, offset: number): Span[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const nextBreak = text.indexOf('\n', offset);
  return listWordsInLine(text.slice(lineStart, nextBreak === -1 ? text.length : nextBreak), lineStart);
}

/** The one of the spans that holds `offset`, else the one that ends there. */
export const findAt = (spans: readonly Span[], offset: number): Span | undefined =>
  spans.find(({ start, end }) => start <= offset && offset < end) ?? spans.find(({ end }) => end === offset);

/** The end of the word that ends after `offset`, or the start of the one that starts before it; undefined where there is none. */
export function findWordEdge(text: string, offset: number, direction: 1 | -1): number | undefined {
  const isForward = direction === 1;
  for (let at = offset; at >= 0 && at <= text.length;) {
    const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const nextBreak = text.indexOf('\n', at);
    const lineEnd = nextBreak === -1 ? text.length : nextBreak;
    const words = listWordsInLine(text.slice(lineStart, lineEnd), lineStart);
    const word = isForward ? words.find(({ end }) => end > offset) : words.findLast(({ start }) => start < offset);
    if (word) return isForward ? word.end : word.start;
    at = isForward ? lineEnd + 1 : lineStart - 1;
  }
  return undefined;
}

/** The words of a line, joined, in order. Unit: UTF-16, counted from `lineStart`. */
function listWordsInLine(line: string, lineStart: number): Span[] {
  const words: Span[] = [];
  let joinedAt = -1;
  for (const { index, segment, isWordLike } of segmenter.segment(line)) {
    const start = lineStart + index;
    const last = words.at(-1);
    if (isWordLike) {
      if (last && joinedAt === start) last.end = start + segment.length;
      else words.push({ start, end: start + segment.length });
    } else if (last && joiners.has(segment) && (last.end === start || joinedAt === start)) joinedAt = start + 1;
  }
  return words;
}

/** The span without the white space at its ends; undefined when nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  const quote = text.slice(start, end);
  const trimmed = quote.trim();
  if (trimmed === '') return undefined;
  const from = start + quote.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** How many words a text has, by the same segmenter. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Of no machine's own language, so that figures are the same everywhere. */
const countedSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Where the words of a text begin, in order, each as `Intl.Segmenter` cuts them. Unit: UTF-16. */
export function listWordStarts(text: string): Uint32Array {
  const starts: number[] = [];
  for (const { index, isWordLike } of countedSegmenter.segment(text)) if (isWordLike) starts.push(index);
  return Uint32Array.from(starts);
}
