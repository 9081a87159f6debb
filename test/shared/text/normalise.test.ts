import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseText } from '#shared/text/normalise';

test('only a BOM, line ends, NUL and lone surrogates change', () => {
  expect(normaliseText('\uFEFFa\r\nb\rc\n\0\uD83D e\u0301 \u200F\uFEFFz')).toEqual({
    text: 'a\nb\nc\n\uFFFD\uFFFD e\u0301 \u200F\uFEFFz',
    lineBreaks: 2,
    replaced: 2,
  });
  expect(normaliseText('\uFEFF\uFEFFa').text).toBe('\uFEFFa');
});

test('a text of none of these stays as it is, to the character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/^\uFEFF|[\r\0]/u.test(text));
      expect(normaliseText(text)).toEqual({ text, lineBreaks: 0, replaced: 0 });
    }),
  );
});

test('what is normalised stays so, and can be written as UTF-8 and read again, whatever it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      (raw) => {
        const { text } = normaliseText(`x${raw}`);
        expect(text.isWellFormed()).toBe(true);
        expect(normaliseText(text).text).toBe(text);
        expect(Buffer.from(text).toString()).toBe(text);
      },
    ),
  );
});
