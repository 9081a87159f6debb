/** Which letters of a name a search meets, to be marked. Unit: UTF-16, half-open, in order, apart. */
export type Match = { score: number; marks: { start: number; end: number }[] };

/**
 * How well a name answers what was typed: each typed word must begin a word of the name, or, with less weight, stand inside one;
 * undefined where one does not. Whole beginnings come first, then the order of the words, then short names.
 */
export function matchName(name: string, typed: string): Match | undefined {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return { score: 0, marks: [] };
  const folded = fold(name);
  if (folded.length !== name.length) return undefined; // where folding changes lengths there is nothing to mark rightly
  let score = 0;
  let after = 0;
  const marks: Match['marks'] = [];
  for (const word of wanted) {
    const at = findWord(folded, word, after) ?? findWord(folded, word, 0);
    if (!at) return undefined;
    score += at.isBeginning ? (at.start === 0 ? 6 : 4) : 1;
    if (at.start >= after) score += 1;
    after = at.start + word.length;
    marks.push({ start: at.start, end: after });
  }
  return { score: score / wanted.length - name.length / 1000, marks: joinMarks(marks) };
}

/** Case and marks apart, letter for letter. */
const fold = (text: string) =>
  [...text].map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || letter).join('');

function findWord(folded: string, word: string, from: number): { start: number; isBeginning: boolean } | undefined {
  let inside: number | undefined;
  for (let at = folded.indexOf(word, from); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!)) return { start: at, isBeginning: true };
    inside ??= at;
  }
  return inside === undefined ? undefined : { start: inside, isBeginning: false };
}

function joinMarks(marks: Match['marks']): Match['marks'] {
  const joined: Match['marks'] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}
