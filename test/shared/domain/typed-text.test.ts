import { expect, test } from 'vitest';
import { typedName, typedText } from '#shared/domain/typed-text';

test('half an emoji, as a cut-off leaves it, is marked; anything else is kept', () => {
  expect(typedText(20).parse('a \ud83d b')).toBe('a \ufffd b');
  expect(typedText(20).parse('👍🏽 e\u0301\0\n')).toBe('👍🏽 e\u0301\0\n');
});

test('a name is not empty, not of white space alone, and not longer than it may be', () => {
  expect(typedName(9).parse('  Sara N. ')).toBe('Sara N.');
  for (const name of ['', ' \n ', 'x'.repeat(10)]) expect(typedName(9).safeParse(name).success).toBe(false);
});
