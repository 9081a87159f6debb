import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOffsetMap } from '#shared/text/offsets';

/** Any string that has no lone surrogate, the difficult ones often. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('a', 'é', 'e\u0301', '👩‍👩‍👧‍👦', '🇸🇾', 'حلب', 'ـَ', '𝔘', '\n', '\u200f'))
    .map((parts) => parts.join('')),
);

describe('offsets', () => {
  test('a code point offset comes back from UTF-16 as it was, in any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { toCodePoint, toUtf16 } = createOffsetMap(text);
        const codePoints = [...text];
        for (let n = 0; n <= codePoints.length; n += 1) {
          const utf16 = codePoints.slice(0, n).join('').length;
          expect(toUtf16(n)).toBe(utf16);
          expect(toCodePoint(utf16)).toBe(n);
        }
      }),
    );
  });

  test('the code points between two converted offsets are the text between them', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const { toCodePoint } = createOffsetMap(text);
        const borders = [...text].reduce((found, each) => [...found, found.at(-1)! + each.length], [0]);
        const [start, end] = [borders[a % borders.length]!, borders[b % borders.length]!].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect([...text].slice(toCodePoint(start), toCodePoint(end)).join('')).toBe(text.slice(start, end));
      }),
    );
  });

  test('an offset inside a surrogate pair counts as its start', () => {
    const { toCodePoint } = createOffsetMap('a👍b');
    expect([0, 1, 2, 3, 4].map(toCodePoint)).toEqual([0, 1, 1, 2, 3]);
  });
});
