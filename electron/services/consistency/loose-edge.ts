const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Blanks, invisible marks, and commas, semicolons and colons of any script. */
const LOOSE = /^[\s\p{Cf},;:،؛،、，；：]+$/u;
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

/**
 * Words without what does not belong to their edges: blanks, commas, and a bracket or quotation mark whose other is not within. Half-open,
 * in UTF-16, within `quote`; null where nothing is loose, or nothing would be left.
 */
export function trimEdges(quote: string): { start: number; end: number } | null {
  const parts = [...graphemes.segment(quote)];
  const alone = findAlone(parts.map(({ segment }) => segment));
  const isLoose = (n: number) => LOOSE.test(parts[n]!.segment) || alone.has(n);
  let [first, last] = [0, parts.length];
  while (first < last && isLoose(first)) first += 1;
  while (first < last && isLoose(last - 1)) last -= 1;
  if (first === last || last - first === parts.length) return null;
  return { start: parts[first]!.index, end: parts[last]?.index ?? quote.length };
}

/** Places of marks that no other mark of the words answers, matched as brackets are. */
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
