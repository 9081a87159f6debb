import { expect, test } from 'vitest';
import { labelWords } from '#shared/messages/en/ui';

test.each([
  ['actor', 1, 'actor'],
  ['actor', 2, 'actors'],
  ['agency', 0, 'agencies'],
  ['witness', 3, 'witnesses'],
  ['مصدر', 2, 'مصدر'],
  ['source (named)', 2, 'source (named)'],
])('%s, %i of it: %s', (name, n, words) => {
  expect(labelWords(name, n)).toBe(words);
});
