import { APOSTROPHES, foldWord } from '#shared/text/fold';

const apostrophes = new RegExp(`[${APOSTROPHES}]`, 'gu');
const between = /[^\p{L}\p{M}\p{N}]+/gu;

/** A name as the index holds it: folded, without apostrophes, with a single blank for whatever else stands between its words. */
export const toPlainForm = (name: string): string =>
  foldWord(name.replace(apostrophes, '')).replace(apostrophes, '').replace(between, ' ').trim();

/** The Arabic article before another word, also where it is said as the letter it stands before: al-, el-, as-S…, ez-Z…, ash-Sh…. */
const latinArticle = /(?<![^ ])(?:[aeiu]l (?=.)|[aeu](dh|th|sh|ch|[dnrstz]) (?=\1))/gu;
const arabicArticle = /(?<![^ ])ال(?=\p{L}{3})/gu;

/** A plain form without the Arabic article; `as sukhnah`, `al sukhnah` and `sukhnah` are one. */
export const toBareForm = (plain: string): string => plain.replace(latinArticle, '').replace(arabicArticle, '');

/** Arabic and Persian letters by how they are mostly written in Latin ones; ayn and hamza are left out, as newspapers do. */
const romanised: Readonly<Record<string, string>> = {
  ...{ ا: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh' },
  ...{ ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: '', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'w' },
  ...{ ي: 'y', ء: '', پ: 'p', چ: 'ch', ژ: 'zh', گ: 'g', ڤ: 'v', ڨ: 'g' },
};
const arabicLetter = /\p{Script=Arabic}/gu;

export const hasArabic = (form: string): boolean => form.search(arabicLetter) >= 0;

/** What one ear writes so and another so, in the order in which they are looked for. */
const oneSound: readonly [RegExp, string][] = [
  [/d(?:sch|zh|j)/g, 'j'],
  [/t?sch|t?ch|sh/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/zh/g, 'j'],
  [/ph|v/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/c(?=[eiy])/g, 's'],
  [/ck|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/p/g, 'b'],
  [/mb/g, 'nb'],
  // at the beginning of a word these are consonants
  [/\bw/g, 'W'],
  [/\by/g, 'Y'],
  [/[eiy]/g, 'i'],
  [/[ouw]/g, 'u'],
  [/([aiu])\1+/g, '$1'],
  // the article joined to its word
  [/\b[ai](?=([dnrstz])\1)./g, ''],
  // ta marbuta: before another word it is said, or not
  [/(?<=[aiu])t(?= )/g, ''],
  [/h\b/g, ''],
];

/** Arabic writes a doubled letter once; where it has one twice, there is a vowel between. */
const doubled = /(.)\1+/g;

/**
 * A bare form by its sound, where ears differ: `hmaymim`, `khmeimim` and `hmeimim` differ in vowels only. Vowels are a, i and u;
 * W and Y are consonants.
 */
export function toSound(bare: string): string {
  let sound = bare.replace(arabicLetter, (letter) => romanised[letter] ?? letter);
  for (const [pattern, to] of oneSound) sound = sound.replace(pattern, to);
  if (!hasArabic(bare)) sound = sound.replace(doubled, '$1');
  return sound.replaceAll(' ', '');
}

/** A sound without its vowels, which Arabic does not write and newspapers write as they please; itself where nothing else is in it. */
export const toSkeleton = (sound: string): string => sound.replace(/[aiu]/g, '') || sound;

/**
 * How far one sound is from another: 0 where they are the same, 1 where nothing is.
 *
 * Source: Levenshtein distance over the length of the longer.
 */
export function measureDistance(a: string, b: string): number {
  if (a === b) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]! / Math.max(a.length, b.length);
}
