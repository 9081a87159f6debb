import { expect, test } from 'vitest';
import { findDirection } from '#shared/text/direction';

test.each([
  ['قال المجلس (BBC) إن العبارة', 'rtl'],
  ['The word حلب means Aleppo', 'ltr'],
  ['שלום עולם', 'rtl'],
  ['12:30 …', 'ltr'],
  ['', 'ltr'],
] as const)('%s runs %s', (text, direction) => {
  expect(findDirection(text)).toBe(direction);
});
