import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCanonicalJson } from '../../../../electron/corpus/journal/canonical-json.ts';

test('any value is written as the library that says what RFC 8785 asks for writes it', () => {
  const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2', '10', '__proto__', 'toString', 'é', ''));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(null, true, false, undefined, -0, 1e21, new Date(0)),
      fc.array(tie('value')),
      fc.dictionary(key, tie('value'), { noNullPrototype: false }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      fc.pre(any !== undefined);
      expect(toCanonicalJson({ any })).toBe(canonicalize({ any }));
    }),
  );
});

test('names are in the order of their UTF-16 code units, many or few', () => {
  const many = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`${(n * 37) % 99}`, n]));
  for (const named of [{ b: 1, '\uFFFD': 2, '\u{1F600}': 3, a: 4 }, many])
    expect(toCanonicalJson(named)).toBe(canonicalize(named));
});

test('what has no JSON form is refused', () => {
  for (const value of [undefined, NaN, Infinity, '\uD800', { '\uDC00': 1 }, [() => 1, { deep: NaN }]])
    expect(() => toCanonicalJson(value)).toThrow();
});
