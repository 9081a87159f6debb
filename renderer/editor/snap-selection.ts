import type { Span } from '#shared/domain/span';
import { widenToGraphemes } from '#shared/text/graphemes';
import { hasVisible } from '#shared/text/invisible';
import { findWordAt, trimSpan } from '#shared/text/words';

/** What is tagged of a stretch of text: no white space at its ends, no grapheme cut; undefined where nothing is left that is seen. */
export function toTaggedSpan(text: string, { start, end }: Span): Span | undefined {
  const trimmed = start < end ? trimSpan(text, { start, end }) : undefined;
  const span = trimmed && widenToGraphemes(text, trimmed);
  return span && hasVisible(text.slice(span.start, span.end)) ? span : undefined;
}

/** The stretch widened so that it cuts no word. */
export function widenToWords(text: string, { start, end }: Span): Span {
  const first = findWordAt(text, start);
  const last = findWordAt(text, end - 1);
  return {
    start: first && first.start < start && start < first.end ? first.start : start,
    end: last && last.start < end && end < last.end ? last.end : end,
  };
}
