import { bySpan, type Span } from '../domain/span.ts';
import { widenToGraphemes } from './graphemes.ts';
import { trimSpan } from './words.ts';

/** The parts in reading order; those that overlap, or have nothing but white space between them, are one. */
export function joinParts(text: string, parts: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...parts].sort(bySpan)) {
    const last = joined.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start).trim() === '')) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The parts without what lies in `cut`: one may go, shrink or become two; an empty list where nothing is left. */
export function cutParts(text: string, parts: readonly Span[], cut: Span): Span[] {
  return parts.flatMap(({ start, end }) => {
    if (cut.end <= start || end <= cut.start) return [{ start, end }];
    const whole = widenToGraphemes(text, cut);
    return [
      { start, end: Math.min(end, whole.start) },
      { start: Math.max(start, whole.end), end },
    ].flatMap((part) => (part.start < part.end ? (trimSpan(text, part) ?? []) : []));
  });
}
