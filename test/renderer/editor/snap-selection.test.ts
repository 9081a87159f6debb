import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { toTaggedSpan, widenToWords } from '../../../renderer/editor/snap-selection.ts';

const text = 'Near al-Sukhnah, Dara’a fell.\n\nU.S.-backed men 👨‍👩‍👧 and e\u0301lan';
const quote = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('widenToWords', () => {
  test.each([
    ['Sukh', 'al-Sukhnah'],
    ['ra’', 'Dara’a'],
    ['S.-b', 'U.S.-backed'],
    ['khnah, Da', 'al-Sukhnah, Dara’a'],
    ['fell.\n\nU', 'fell.\n\nU.S.-backed'],
    [', ', ', '],
    [' fell', ' fell'],
  ])('%j becomes %j', (from, to) => {
    expect(quote(widenToWords(text, at(from)))).toBe(to);
  });
});

describe('toTaggedSpan', () => {
  test('white space at the ends is left out', () => {
    expect(quote(toTaggedSpan(text, at(' fell.\n\n')))).toBe('fell.');
  });
  test('nothing is tagged where there is only white space, or nothing', () => {
    expect(toTaggedSpan(text, at('\n\n'))).toBeUndefined();
    expect(toTaggedSpan(text, { start: 3, end: 3 })).toBeUndefined();
  });
  test('nothing is tagged of characters that are not seen, unless they stand with one that is', () => {
    const marked = 'One \u200B\u200B two \u202Ethree\u202C.';
    const tag = (start: number, end: number) => toTaggedSpan(marked, { start, end });
    expect(tag(4, 6)).toBeUndefined();
    expect(tag(3, 7)).toBeUndefined();
    expect(tag(11, 18)).toEqual({ start: 11, end: 18 });
  });
  test('a cut emoji and a cut accent are taken whole', () => {
    const emoji = at('👨‍👩‍👧');
    expect(toTaggedSpan(text, { start: emoji.start + 2, end: emoji.end - 1 })).toEqual(emoji);
    expect(quote(toTaggedSpan(text, at('e')))).toBe('e');
    expect(quote(toTaggedSpan(text, { start: at('e\u0301').start, end: at('e\u0301').start + 1 }))).toBe('e\u0301');
  });
  test('no span cuts a grapheme, on any text and any ends', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (any, a, b) => {
        const ends = { start: Math.min(a, b, any.length), end: Math.min(Math.max(a, b), any.length) };
        const span = toTaggedSpan(any, ends);
        if (!span) return;
        expect(isGraphemeBorder(any, span.start) && isGraphemeBorder(any, span.end)).toBe(true);
        expect(span.start).toBeLessThan(span.end);
      }),
    );
  });
});
