import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OffsetUnit } from '#shared/domain/dataset';
import { createUnitMap } from '#shared/text/offset-units';

const text = 'aé😀e\u0301👩‍👩‍👧‍👦 حلب';

test.each([
  ['utf16', 4, 4],
  ['codepoint', 3, 4],
  ['grapheme', 3, 4],
  ['byte', 7, 4],
] as const)('%s: what stands after the emoji begins at %i', (unit, offset, utf16) => {
  const { toUtf16, fromUtf16 } = createUnitMap(text, unit);
  expect(toUtf16(offset)).toBe(utf16);
  expect(fromUtf16(utf16)).toBe(offset);
});

test('an offset behind the text is none', () => {
  for (const unit of OffsetUnit.options) {
    const { toUtf16, fromUtf16 } = createUnitMap(text, unit);
    const end = fromUtf16(text.length);
    expect(toUtf16(end)).toBe(text.length);
    expect(toUtf16(end + 1)).toBeNaN();
  }
});

test('what lies within what is counted begins with it', () => {
  const inside = text.indexOf('😀') + 1;
  expect(createUnitMap(text, 'codepoint').fromUtf16(inside)).toBe(2);
  expect(createUnitMap(text, 'byte').toUtf16(5)).toBe(2); // within the four bytes of the emoji
  expect(createUnitMap(text, 'grapheme').fromUtf16(text.indexOf('👩') + 3)).toBe(4);
});

test('every border of a cluster comes back from each unit, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
      const any = a + b;
      const borders = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(any)].map(
        ({ index }) => index,
      );
      for (const unit of OffsetUnit.options) {
        const { toUtf16, fromUtf16 } = createUnitMap(any, unit);
        for (const border of [...borders, any.length]) expect(toUtf16(fromUtf16(border))).toBe(border);
      }
    }),
  );
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(createUnitMap(any, 'byte').fromUtf16(any.length)).toBe(Buffer.byteLength(any));
    }),
  );
});
