import type { QuotedSpan } from '#shared/domain/span';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Blanks, invisible marks, and commas, semicolons and colons of any script. */
const EDGE = String.raw`\s\p{Cf},;:،؛、，；：`;
const LOOSE = new RegExp(`^[${EDGE}]+$`, 'u');
/** Marks that open, and what may close each: „…“ and “…”, »…« and «…» are all written. */
const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '"': '"',
};
const CLOSERS = new Set(Object.values(CLOSING).flatMap((marks) => [...marks]));
/** Words that neither begin nor end with any of these have nothing loose, and most do not. */
const SUSPECT = EDGE + [...CLOSERS, ...Object.keys(CLOSING)].join('').replace(/[[\]]/g, '\\$&');
const MAY_BE_LOOSE = new RegExp(`^[${SUSPECT}]|[${SUSPECT}]$`, 'u');

/**
 * The parts of an annotation without what does not belong to their edges: blanks, commas, and a bracket or quotation mark whose other is
 * in none of them; null where nothing is loose. A part of which nothing would be left stays as it is. Unit: as the parts.
 */
export function trimParts(parts: readonly QuotedSpan[]): QuotedSpan[] | null {
  if (!parts.some(({ quote }) => MAY_BE_LOOSE.test(quote))) return null;
  const cut = parts.map(({ quote }) => [...graphemes.segment(quote)]);
  const alone = findAlone(cut.flat().map(({ segment }) => segment));
  let before = 0;
  const trimmed = parts.map((part, n) => {
    const marks = cut[n]!;
    const isLoose = marks.map(({ segment }, at) => LOOSE.test(segment) || alone.has(before + at));
    before += marks.length;
    const [first, last] = [isLoose.indexOf(false), isLoose.lastIndexOf(false) + 1];
    if (last - first === marks.length || last === 0) return part;
    const [start, end] = [marks[first]!.index, marks[last]?.index ?? part.quote.length];
    return { start: part.start + start, end: part.start + end, quote: part.quote.slice(start, end) };
  });
  return trimmed.some((part, n) => part !== parts[n]) ? trimmed : null;
}

/** Places of marks that no other mark answers, matched as brackets are. */
function findAlone(marks: readonly string[]): Set<number> {
  const alone = new Set<number>();
  const open: number[] = [];
  for (const [n, mark] of marks.entries()) {
    const answers = CLOSERS.has(mark) ? open.findLastIndex((at) => CLOSING[marks[at]!]!.includes(mark)) : -1;
    if (answers >= 0) for (const at of open.splice(answers).slice(1)) alone.add(at);
    else if (mark in CLOSING) open.push(n);
    else if (CLOSERS.has(mark)) alone.add(n);
  }
  for (const at of open) alone.add(at);
  return alone;
}
