import { expect, test } from 'vitest';
import { letterOf } from '#shared/text/label-letter';

test.each([
  [{ key: 'S', name: 'loaded term' }, 'S'],
  [{ key: null, name: 'loaded term' }, 'L'],
  [{ key: null, name: '🔥 fire' }, '🔥'],
  [{ key: null, name: '🇸🇾 state' }, '🇸🇾'],
  [{ key: null, name: 'مصدر' }, 'م'],
  [{ key: null, name: '\u202Ereversed' }, 'R'],
  [{ key: null, name: '\u200B' }, '?'],
])('of %j it is %j', (label, letter) => {
  expect(letterOf(label)).toBe(letter);
});
