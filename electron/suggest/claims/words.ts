import type { Span } from '#shared/domain/span';

/** A word, a number or a sign of a sentence. `lower`: as lists have it. `isQuoted`: within a quotation. Unit: UTF-16. */
export type Word = Span & { text: string; lower: string; isSign: boolean; isQuoted: boolean };

const pattern = new RegExp(
  [
    // U.S., a.m., U.S.-backed
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:[-‐‑]\p{L}+)*`,
    // 1,500; 2-5; 30km; 14-year-old; 19:11
    String.raw`\p{Nd}+(?:[.,:/]\p{Nd}+)*[\p{L}\p{M}]*(?:[-‐‑–'’][\p{L}\p{M}\p{N}]+(?:[.,]\p{Nd}+)*)*`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:[-‐‑'’@/_][\p{L}\p{M}\p{N}]+)*`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);
const sign = /^[^\p{L}\p{N}]/u;

/** The words of a sentence in order, as the finders of claims read them. `quotations`: in order. */
export function listWords(text: string, sentence: Span, quotations: readonly Span[]): Word[] {
  let q = 0;
  return Array.from(text.slice(sentence.start, sentence.end).matchAll(pattern), ({ 0: word, index }) => {
    const start = sentence.start + index;
    while (q < quotations.length && quotations[q]!.end <= start) q += 1;
    const isQuoted = q < quotations.length && quotations[q]!.start <= start;
    return {
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      isSign: sign.test(word),
      isQuoted,
    };
  });
}

/** The span from one word to another, both included. */
export const spanOf = (words: readonly Word[], first: number, last: number): Span => ({
  start: words[first]!.start,
  end: words[last]!.end,
});

/** A list of words as they are typed in a lexicon: parted by white space. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

export const isCapital = ({ text }: Word) => /^\p{Lu}/u.test(text);

const days = 'monday tuesday wednesday thursday friday saturday sunday';
const months = 'january february march april may june july august september october november december';
export const DAYS: readonly string[] = days.split(' ');
const MONTHS: readonly string[] = months.split(' ');

/** Counts from 1; undefined for what is no name of a month. */
export function findMonth({ text, lower }: Word): number | undefined {
  if (!/^\p{Lu}/u.test(text)) return undefined;
  const n = MONTHS.findIndex(
    (name) => name === lower || (lower.length >= 3 && lower.length <= 4 && name.startsWith(lower)),
  );
  return n === -1 ? undefined : n + 1;
}
