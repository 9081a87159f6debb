import type { Span } from '#shared/domain/span';
import { createOffsetMap } from '#shared/text/offsets';

/** A stretch of a text with its line ends, and its id in the file. Unit: UTF-16, half-open. */
export type Paragraph = { id: string; start: number; end: number };

/** A text as paragraphs that, one behind another, are it again. */
export const listParagraphs = (text: string): Paragraph[] =>
  Array.from(text.matchAll(/[^\n]*\n+|[^\n]+$/gu), ({ index, 0: words }, n) => ({
    id: `p${n + 1}`,
    start: index,
    end: index + words.length,
  }));

/**
 * Gives TEI pointers to spans of a text: a string range for each paragraph that they are in, with pairs of offset and length.
 *
 * Unit: code points of the paragraph.
 */
export function createPointers(text: string, paragraphs: readonly Paragraph[]): (spans: readonly Span[]) => string {
  const { toCodePoint } = createOffsetMap(text);
  const starts = paragraphs.map(({ start }) => toCodePoint(start));
  return (spans) => {
    const ranges = new Map<string, string[]>();
    for (const span of spans)
      for (let n = findParagraph(paragraphs, span.start); paragraphs[n] && paragraphs[n]!.start < span.end; n += 1) {
        const { id, start, end } = paragraphs[n]!;
        const from = toCodePoint(Math.max(span.start, start));
        const length = toCodePoint(Math.min(span.end, end)) - from;
        ranges.set(id, [...(ranges.get(id) ?? []), `${from - starts[n]!},${length}`]);
      }
    return Array.from(ranges, ([id, pairs]) => `#string-range(${id},${pairs.join(',')})`).join(' ');
  };
}

/** The one that holds this place. */
function findParagraph(paragraphs: readonly Paragraph[], at: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
