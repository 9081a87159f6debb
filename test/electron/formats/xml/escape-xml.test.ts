import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForbiddenIn, replaceForbidden, replaceInValue } from '../../../../electron/formats/xml/escape-xml.ts';

const text = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f })), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** `Char` of XML 1.0, section 2.2. */
const isChar = (sign: string) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign);

test('exactly the characters that XML 1.0 has no way to write are replaced, each by one', () => {
  fc.assert(
    fc.property(text, (given) => {
      const signs = Array.from(given);
      expect(replaceForbidden(given)).toBe(signs.map((sign) => (isChar(sign) ? sign : '\uFFFD')).join(''));
      expect(isForbiddenIn(given)).toBe(!signs.every(isChar));
    }),
  );
});

test('strings in a value are replaced however deep they are, and nothing else', () => {
  expect(replaceInValue({ a: ['x\0', 1, true, { b: '\ud800' }] })).toEqual({
    a: ['x\uFFFD', 1, true, { b: '\uFFFD' }],
  });
  expect(replaceInValue('x\0')).toBe('x\uFFFD');
  expect(replaceInValue(2.5)).toBe(2.5);
});
