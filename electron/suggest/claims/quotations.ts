import type { Span } from '#shared/domain/span';

const marks = /["“”„«»‘’]/gu;
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '‘': '’', '"': '"' };
const letter = /[\p{L}\p{N}]/u;
const opensAfter = /[\s([—–/]/u;

/**
 * What a block quotes, with its quotation marks, in order; a quotation within another is part of it.
 *
 * Marks are paired within the block, and one that is opened twice begins at the second. An apostrophe is none. A paragraph that
 * begins with a curly mark and never closes it is quoted to its end: the next one goes on.
 */
export function listQuotations(text: string, block: Span): Span[] {
  const found: Span[] = [];
  let open: { start: number; close: string } | undefined;
  for (const { 0: mark, index } of text.slice(block.start, block.end).matchAll(marks)) {
    const at = block.start + index;
    if (isApostrophe(text, at, mark, open?.close)) continue;
    if (open && mark === open.close && !(mark === '"' && isOpening(text, at, block))) {
      found.push({ start: open.start, end: at + 1 });
      open = undefined;
    } else if (mark in closing && mark !== '‘' && (mark !== '"' || isOpening(text, at, block))) {
      open = { start: at, close: closing[mark]! };
    } else if (mark === '‘' && !open) open = { start: at, close: '’' };
  }
  if (open && open.start === block.start && open.close === '”') found.push({ start: open.start, end: block.end });
  return found;
}

/** `army’s`, and `rebels’` but where a single mark is to be closed. */
const isApostrophe = (text: string, at: number, mark: string, awaited: string | undefined) =>
  mark === '’' && (awaited !== '’' || letter.test(text[at + 1] ?? ' '));

const isOpening = (text: string, at: number, block: Span) =>
  (at === block.start || opensAfter.test(text[at - 1]!)) && at + 1 < block.end && !/\s/u.test(text[at + 1]!);
