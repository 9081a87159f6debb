import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partWordsByPattern, tokenise } from '../../../../electron/formats/tokens/tokenise.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';

const cut = (text: string, cuts: [number, number][] = [], whole: [number, number][] = []) => {
  const toSpans = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return tokenise(text, { cuts: toSpans(cuts), whole: toSpans(whole) }).map((tokens) =>
    tokens.map(({ start, end }) => text.slice(start, end)),
  );
};

describe('a text is parted into', () => {
  test.each([
    ['words and single signs', 'al-Sukhnah, “calm”.', ['al', '-', 'Sukhnah', ',', '“', 'calm', '”', '.']],
    ['words with their marks and apostrophes', 'cafe\u0301 Dara’a ـَّ', ['cafe\u0301', 'Dara’a', 'ـَّ']],
    ['figures', '1,200.5 3rd ٣٫٥', ['1,200.5', '3rd', '٣٫٥']],
    ['signs with what joins them', '👩‍👩‍👧‍👦👍🏽🇸🇾🇱🇧1️⃣', ['👩‍👩‍👧‍👦', '👍🏽', '🇸🇾', '🇱🇧', '1️⃣']],
    ['letters, where words have no blanks between them', '中文 ไทย', ['中', '文', 'ไ', 'ท', 'ย']],
  ])('%s', (_, text, tokens) => expect(cut(text).flat()).toEqual(tokens));
});

test('no token goes over a border that is asked for', () => {
  expect(
    cut('Damascus-based', [
      [0, 4],
      [6, 9],
    ]),
  ).toEqual([['Dama', 'sc', 'us', '-', 'based']]);
});

test('sentences end where they do, but not within a stretch that is to be whole', () => {
  expect(cut('Ann ran. Bob sat. Cy left.')).toHaveLength(3);
  expect(cut('Ann ran. Bob sat. Cy left.', [], [[4, 12]])).toHaveLength(2);
  expect(
    cut(
      'Ann ran. Bob sat. Cy left.',
      [],
      [
        [4, 12],
        [9, 20],
      ],
    ),
  ).toHaveLength(1);
  expect(cut('Ann ran. Bob sat. Cy left.', [], [[0, 8]])).toHaveLength(3);
});

test('all that is no blank is in a token, in order, and no blank is', () =>
  fc.assert(
    fc.property(anyArticle(1), ({ article: { text }, annotations }) => {
      const spans = annotations.flatMap((each) => each.spans);
      const tokens = tokenise(text, { cuts: spans, whole: spans }).flat();
      const blank = /[\s\x1c-\x1f\x85]/gu;
      expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(blank, ''));
      expect(tokens.every(({ start }, n) => n === 0 || tokens[n - 1]!.end <= start)).toBe(true);
      for (const { start, end } of tokens)
        expect(spans.some((span) => [span.start, span.end].some((at) => start < at && at < end))).toBe(false);
    }),
    { numRuns: 60 },
  ));

const anyMix = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{1,4}$/) },
      { weight: 3, arbitrary: fc.constantFrom(...".,'’ -_\t\n\x1f\x85\xa0\u200c\u200d\u0301٣٫中é\u{e0041}👍🏽🇸🇾©#(") },
      { weight: 2, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 3 }) },
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('what is told from ASCII alone is what the pattern says of each sentence', () =>
  fc.assert(
    fc.property(anyMix, (text) => {
      for (const tokens of tokenise(text, { cuts: [], whole: [{ start: 0, end: text.length }] })) {
        const all = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
        expect(tokens).toEqual(partWordsByPattern(text, all));
      }
    }),
    { numRuns: 2000 },
  ));
