import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimParts } from '../../../../electron/services/consistency/loose-edge.ts';

/** The words of parts after their edges were trimmed; null where nothing is loose. */
const trim = (...quotes: string[]) =>
  trimParts(quotes.map((quote, n) => ({ start: n * 100, end: n * 100 + quote.length, quote })))?.map(
    ({ quote }) => quote,
  ) ?? null;

test.each<[string, string | null]>([
  ['Morrow, ', 'Morrow'],
  [' the council', 'the council'],
  ['“reopen', 'reopen'],
  ['reopen)', 'reopen'],
  ['“reopen”', null],
  ['HTS (the front)', null],
  ['U.S.', null],
  ['„HTS“', null],
  ['المجلس،', 'المجلس'],
  [' , ', null],
  [',\u0301a', null], // one character, whose base alone would be loose
])('edges of “%s” are trimmed to %s', (quote, trimmed) => {
  expect(trim(quote)).toEqual(trimmed === null ? null : [trimmed]);
});

test('each part of an annotation is trimmed, and a mark is answered by one in another part', () => {
  expect(trim('the army,', ' of Morrow')).toEqual(['the army', 'of Morrow']);
  expect(trim('“We won', 'at last”')).toBeNull();
  expect(trim('“We won,', 'at last')).toEqual(['We won', 'at last']);
  expect(trim('Morrow, ', ' , ')).toEqual(['Morrow', ' , ']);
});

test('trimming leaves nothing to trim', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ',', '(', ')', '"', '“', '”', '.') }), (quote) => {
      const [trimmed] = trim(quote) ?? [];
      if (trimmed !== undefined) expect(trim(trimmed)).toBeNull();
    }),
  );
});
