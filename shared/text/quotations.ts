import type { Span } from '../domain/span.ts';

const marks = /["“”„«»‘’]/gu;
/** What closes what a mark opens; “ also closes „. */
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '‘': '’', '"': '"' };
const letter = /[\p{L}\p{N}]/u;
const closesMixed = /[”"]/u;
const opensMixed = /[“"]/u;
const beforeOpening = /[\s([—–/"“„«‘]/u;
/** Arabic writes a preposition and a conjunction joined to what follows: لـ"…", و"…". */
const joinedBefore = /[\p{Script=Arabic}ـ]/u;

/** Nobody quotes deeper; a hostile text may open a hundred thousand. */
const MOST_OPEN = 16;

type Open = { mark: string; start: number };

/**
 * What a block quotes, with its quotation marks, in order; a quotation within another is part of it.
 *
 * Marks are paired within the block, and one that is opened twice begins at the second where it closes once. An apostrophe is none.
 * A paragraph that begins with a double mark and never closes it is quoted to its end: the next one goes on.
 */
export function listQuotations(text: string, block: Span): Span[] {
  const open: Open[] = [];
  const found: Span[] = [];
  for (const { 0: mark, index } of text.slice(block.start, block.end).matchAll(marks)) {
    const at = block.start + index;
    const opener = findOpener(text, at, mark, open, block);
    if (opener >= 0) {
      const { start } = open[opener]!;
      while (found.length > 0 && found.at(-1)!.start > start) found.pop();
      found.push({ start, end: at + 1 });
      open.length = opener; // what was opened within it was never closed
    } else if (canOpen(text, at, mark, open, block)) {
      if (mark === '"' && open.at(-1)?.mark === '"') open.pop();
      if (open.length === MOST_OPEN) open.splice(1, 1);
      open.push({ mark, start: at });
    }
  }
  const [first] = open;
  if (first?.start === block.start && first.mark !== '‘') return [{ start: block.start, end: block.end }];
  return found;
}

/** Which of those that are open a mark closes; -1 where none. */
function findOpener(text: string, at: number, mark: string, open: readonly Open[], block: Span): number {
  if (mark === '’' && letter.test(text[at + 1] ?? ' ')) return -1; // `army’s`
  if (mark === '"' && stands(text, at, block)) return -1;
  const own = open.findLastIndex((each) => closing[each.mark] === mark);
  if (own >= 0 || !closesMixed.test(mark) || /\s|\p{Nd}/u.test(text[at - 1] ?? ' ')) return own;
  return open.findLastIndex((each) => opensMixed.test(each.mark)); // “yes" and "yes”, as a hasty editor leaves them
}

function canOpen(text: string, at: number, mark: string, open: readonly Open[], block: Span): boolean {
  if (mark === '‘') return stands(text, at, block);
  if (mark !== '"') return mark in closing;
  return stands(text, at, block) || (open.every((each) => each.mark !== '"') && isJoined(text, at, block));
}

/** Whether a mark stands as one that opens: before a word, and behind none. */
const stands = (text: string, at: number, block: Span) =>
  (at === block.start || beforeOpening.test(text[at - 1]!)) && isBeforeWord(text, at, block);

const isJoined = (text: string, at: number, block: Span) =>
  at > block.start && joinedBefore.test(text[at - 1]!) && isBeforeWord(text, at, block);

const isBeforeWord = (text: string, at: number, block: Span) => at + 1 < block.end && !/\s/u.test(text[at + 1]!);
