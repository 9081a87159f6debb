import { ExpectedError } from '#shared/errors';
import { overlaps, type Span } from '#shared/domain/span';
import { isGraphemeBorder } from '#shared/text/graphemes';
import type { SpanRecord } from '../corpus/model/kinds.ts';

/** A span with the words that stand there. Errors: span-past-end, span-splits-character. */
export function toSpanRecord(text: string, { start, end }: Span): SpanRecord {
  if (end > text.length) throw new ExpectedError('span-past-end', { end, length: text.length });
  for (const offset of [start, end]) {
    if (!isGraphemeBorder(text, offset)) throw new ExpectedError('span-splits-character', { offset });
  }
  return { start_offset: start, end_offset: end, quote: text.slice(start, end) };
}

/** Spans in reading order with the words that stand there. Errors: span-past-end, span-splits-character, spans-overlap. */
export function toSpanRecords(text: string, spans: Span[]): SpanRecord[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const records = ordered.map((span) => toSpanRecord(text, span));
  if (ordered.some((span, n) => n > 0 && overlaps(ordered[n - 1]!, span))) throw new ExpectedError('spans-overlap');
  return records;
}
