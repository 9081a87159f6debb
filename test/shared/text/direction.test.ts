import { expect, test } from 'vitest';
import { findDirection, findLineDirection } from '#shared/text/direction';

test.each([
  ['قال المجلس (BBC) إن العبارة', 'rtl'],
  ['The word حلب means Aleppo', 'ltr'],
  ['שלום עולם', 'rtl'],
  ['12:30 …', 'ltr'],
  ['', 'ltr'],
] as const)('%s runs %s', (text, direction) => {
  expect(findDirection(text)).toBe(direction);
});

test('words are set in the direction of their own line, whatever language stands above and below', () => {
  const left = 'A long line of English before it.\nقال ';
  expect(findLineDirection({ left, match: 'المجلس', right: ' إن\nAnd English after it again.' })).toBe('rtl');
  expect(findLineDirection({ left: 'قال\nAt ', match: 'Homs', right: '' })).toBe('ltr');
});
