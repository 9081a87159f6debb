import type { Span } from '../domain/span.ts';
import { APOSTROPHES, foldPartly, type WritingKept } from './fold.ts';
import { widenToGraphemes } from './graphemes.ts';
import { toMatch, type SearchQuery } from './search-query.ts';
import { tokenise, type Token } from './tokens.ts';

/** How names are looked for. `wholeWord` is off where a name may also begin a longer word, or follow a joined Arabic particle. */
export type FormMatching = WritingKept & { wholeWord: boolean };

/** A name to look for: as written; and whether its case counts whatever is said of the others. */
export type SoughtForm = { form: string; isInItsCase?: boolean };

/** Where a name stands. `form`: as it was sought. */
export type FormPlace = Span & { form: string };

/** What is written joined to an Arabic word before it: and, so, by, for, as. */
const PARTICLES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];
const arabicStart = /^\p{Script=Arabic}/u;
/** The article as it is said before sun letters too. */
const articles = new Set([
  'al',
  'el',
  ...['ash', 'esh', 'adh', 'edh', 'ath', 'eth'],
  ...['an', 'en', 'ad', 'ed', 'ar'],
  ...['er', 'as', 'es', 'at', 'et', 'az', 'ez'],
]);
const joiner = /^[-‐‑]$/u;
const apostrophes = new RegExp(`[${APOSTROPHES}]`, 'gu');
const notLetters = /[^\p{L}\p{N}\p{M}+#]+/gu;
/** What may stand between two words of a name wherever it is written: blanks, one line break, hyphens, apostrophes. */
const usualGap = new RegExp(`^[\\s\\p{Pd}\\p{Cf}${APOSTROPHES}]*$`, 'u');
/** Unit: UTF-16. Further apart no two words are of one name. */
const LONGEST_GAP = 32;

type Sought = {
  form: string;
  words: string[];
  gaps: string[];
  before: string;
  after: string;
  key: string;
  kept: WritingKept;
};

/** A form without the article that it begins with; null where it has no word. */
function read({ form, isInItsCase = false }: SoughtForm, how: FormMatching): Sought | null {
  const all = tokenise(form);
  const from = all.length > 1 && isArticle(form, all[0]!, all[1]!) ? 1 : 0;
  const tokens = all.slice(from);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return null;
  const kept = { ...how, matchCase: how.matchCase || isInItsCase };
  return {
    form,
    words: tokens.map(({ token }) => token),
    gaps: tokens.slice(1).map(({ start }, n) => toGap(form.slice(tokens[n]!.end, start))),
    before: from === 0 ? form.slice(0, first.start) : '',
    after: form.slice(last.end),
    key: toKey(form.slice(first.start, last.end), kept),
    kept,
  };
}

const isArticle = (text: string, { token, end }: Token, next: Token) =>
  articles.has(token) && joiner.test(text.slice(end, next.start));
const isGap = (between: string) => between.length <= LONGEST_GAP && usualGap.test(between) && !/\n.*\n/su.test(between);
const toGap = (between: string) => between.replace(/[^\S\n]+/gu, ' ');
const isStrict = ({ matchCase, matchMarks, matchLetters }: WritingKept) => matchCase || matchMarks || matchLetters;
const toKey = (written: string, kept: WritingKept) =>
  isStrict(kept) ? foldPartly(written, kept).replace(apostrophes, '').replace(notLetters, ' ').trim() : '';
const firstWords = ([first]: string[], { wholeWord }: FormMatching) =>
  wholeWord || !arabicStart.test(first!) ? [first!] : [first!, ...PARTICLES.map((particle) => particle + first!)];

/** The form as FTS5 reads it, for the articles that may hold it; null where it has no word. */
export function toFormMatch(form: string, how: FormMatching): string | null {
  const sought = read({ form }, how);
  if (!sought) return null;
  const parts = firstWords(sought.words, how).map((first): SearchQuery => {
    const words = [first, ...sought.words.slice(1)];
    return { type: 'phrase', phrase: { words, isPrefix: !how.wholeWord }, isTitle: false };
  });
  // titles are columns of their own, and a title that is no part of the text cannot be tagged
  return `text : ${toMatch(parts.length === 1 ? parts[0]! : { type: 'any', parts })}`;
}

/**
 * Makes what finds names in a text, in reading order and without overlap: of those that begin at one place the longest.
 *
 * Exact to the character: with the joined article (`al-Sukhnah` where `Sukhnah` is sought) and with the signs that the name itself
 * begins or ends with, and without `’s`. The words of a name are never taken across the end of a sentence.
 */
export function createFormFinder(forms: readonly SoughtForm[], how: FormMatching) {
  const byFirst = new Map<string, { sought: Sought; particle: number }[]>();
  const beginnings: { sought: Sought; first: string; particle: number }[] = [];
  for (const each of forms) {
    const sought = read(each, how);
    if (!sought) continue;
    for (const first of firstWords(sought.words, how)) {
      const particle = first.length - sought.words[0]!.length;
      if (!how.wholeWord && sought.words.length === 1) beginnings.push({ sought, first, particle });
      else byFirst.set(first, [...(byFirst.get(first) ?? []), { sought, particle }]);
    }
  }
  return (text: string, tokens: Token[] = tokenise(text)): FormPlace[] => {
    const found: FormPlace[] = [];
    const look = (at: number, sought: Sought, particle: number) => {
      const span = place(text, tokens, at, sought, { ...how, particle });
      if (span) found.push({ ...span, form: sought.form });
    };
    tokens.forEach(({ token }, at) => {
      for (const { sought, particle } of byFirst.get(token) ?? []) look(at, sought, particle);
      for (const { sought, first, particle } of beginnings) if (token.startsWith(first)) look(at, sought, particle);
    });
    const places: FormPlace[] = [];
    for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end))
      if (each.start >= (places.at(-1)?.end ?? 0)) places.push(each);
    return places;
  };
}

/** Where a form stands whose first word is token `at`; undefined where something else does. `particle`: letters joined before it. */
function place(
  text: string,
  tokens: Token[],
  at: number,
  sought: Sought,
  { wholeWord, particle }: FormMatching & { particle: number },
): Span | undefined {
  const { words, gaps, key, kept } = sought;
  const last = at + words.length - 1;
  const [first, end] = [tokens[at]!, tokens[last]];
  if (!end) return undefined;
  for (let n = 1; n < words.length; n += 1) {
    const { token, start } = tokens[at + n]!;
    const isSame = token === words[n] || (n === words.length - 1 && !wholeWord && token.startsWith(words[n]!));
    if (!isSame) return undefined;
    const gap = text.slice(tokens[at + n - 1]!.end, start);
    if (!isGap(gap) && toGap(gap) !== gaps[n - 1]) return undefined;
  }
  const core = wholeWord
    ? { start: first.start, end: end.end }
    : findWithin(text, first, end, { particle, word: words.at(-1)!, isOne: last === at });
  if (!core) return undefined;
  if (isStrict(kept) && toKey(text.slice(core.start, core.end), kept) !== key) return undefined;
  const before = tokens[at - 1];
  const hasArticle = particle === 0 && before !== undefined && isArticle(text, before, first);
  if (wholeWord && !isWholeWord(text, tokens, hasArticle ? at - 1 : at, last)) return undefined;
  return widenToGraphemes(text, takeSigns(text, hasArticle ? { ...core, start: before.start } : core, sought));
}

/** Whether no other word is joined to the run by a hyphen. */
function isWholeWord(text: string, tokens: Token[], from: number, to: number): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from]!, tokens[to]!, tokens[to + 1]];
  return (
    !(before && joiner.test(text.slice(before.end, first.start))) &&
    !(after && joiner.test(text.slice(last.end, after.start)))
  );
}

type Within = { particle: number; word: string; isOne: boolean };

/** The part of the words that is the form: after a joined particle, up to where the last of its words ends. */
function findWithin(text: string, first: Token, last: Token, { particle, word, isOne }: Within): Span | undefined {
  const start = particle === 0 ? first.start : findBeginning(text, first, first.token.slice(0, particle));
  const wanted = isOne ? first.token.slice(0, particle) + word : word;
  const end = last.token === wanted ? last.end : findBeginning(text, last, wanted);
  return start === undefined || end === undefined ? undefined : { start, end };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the beginning of a word ends that folds to `wanted`; undefined where a letter would be cut. Unit: UTF-16, of the text. */
function findBeginning(text: string, { start, end }: Token, wanted: string): number | undefined {
  for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
    const stop = start + index + segment.length;
    const [only, another] = tokenise(text.slice(start, stop));
    if (only?.token === wanted && !another) return stop;
    if (only && only.token.length > wanted.length) return undefined;
  }
  return undefined;
}

/** With the signs that the form itself begins or ends with, where they stand here too: `(HTS)`, `@name`. */
function takeSigns(text: string, { start, end }: Span, { before, after }: Sought): Span {
  const isBefore = before !== '' && text.slice(Math.max(0, start - before.length), start) === before;
  const isAfter = after !== '' && text.startsWith(after, end);
  return { start: isBefore ? start - before.length : start, end: isAfter ? end + after.length : end };
}
