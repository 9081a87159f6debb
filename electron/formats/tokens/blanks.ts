import type { Span } from '#shared/domain/span';
import { widenToGraphemes } from '#shared/text/graphemes';

/** What parts tokens: all that JavaScript or Python takes for white space, so that no reader splits one. */
export const BLANKS = String.raw`\s\x1c-\x1f\x85`;
const blank = new RegExp(`[${BLANKS}]`, 'u');

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code >= 0x85 ? blank.test(text.charAt(at)) : false;
}

/** The span without blanks at its ends; undefined where it holds nothing else. */
export function trimBlanks(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

/** Whether a span that is written without the blanks at its ends reads back as another. */
export function isMoved(text: string, span: Span): boolean {
  const trimmed = trimBlanks(text, span);
  if (!trimmed) return true;
  const read = widenToGraphemes(text, trimmed);
  return read.start !== span.start || read.end !== span.end;
}
