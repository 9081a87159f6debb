import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterAround, isGraphemeBorder, widenToGraphemes } from '#shared/text/graphemes';

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'é',
    '\u00ad',
    'e\u0301',
    '👩‍👩‍👧‍👦',
    '🇸🇾',
    'بِ',
    '\n',
    '\n\n',
    ' ',
    '\u0301',
    '\u200d',
    '한',
    'ก็',
    '’',
    '\r\n',
    '\u0600',
  ),
);
const text = pieces.map((each) => each.join(''));
/** The borders of the whole text, found without going line by line. */
const listBorders = (whole: string) => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole)].map(({ index }) => index),
  whole.length,
];

test('borders are those of the whole text, although only what is near is looked at', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const borders = new Set(listBorders(whole));
      for (let offset = 0; offset <= whole.length; offset += 1)
        expect([offset, isGraphemeBorder(whole, offset)]).toEqual([offset, borders.has(offset)]);
    }),
  );
});

test('an offset past the end is no border', () => {
  expect(isGraphemeBorder('abc', 4)).toBe(false);
  expect(isGraphemeBorder('', 1)).toBe(false);
});

test('a span is widened to whole characters, and by no more', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      fc.pre(whole.length > 0);
      const [start, last] = [a % whole.length, b % whole.length].sort((x, y) => x - y) as [number, number];
      const borders = listBorders(whole);
      expect(widenToGraphemes(whole, { start, end: last + 1 })).toEqual({
        start: borders.findLast((border) => border <= start),
        end: borders.find((border) => border > last),
      });
    }),
  );
});

test('the cluster around an offset is the whole emoji family', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(clusterAround(`x${family}y`, 4)).toEqual({ start: 1, end: 1 + family.length });
});
