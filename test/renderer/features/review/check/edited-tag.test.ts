import { expect, test } from 'vitest';
import { moveWords } from '../../../../../renderer/features/review/check/edited-tag.ts';

const text = 'said “Hana Treq, who keeps” the list.';
const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const quote = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('an end that comes nearer takes a whole word away, and the marks that stood before it', () => {
  expect(quote(moveWords(text, find('Hana Treq, who'), 'end', -1))).toBe('Hana Treq');
  expect(quote(moveWords(text, find('said “Hana Treq'), 'start', 1))).toBe('Hana Treq');
});

test('an end that goes further takes a whole word in, and what would be nothing stays as it is', () => {
  expect(quote(moveWords(text, find('Hana Treq'), 'end', 1))).toBe('Hana Treq, who');
  expect(quote(moveWords(text, find('Treq'), 'start', -1))).toBe('Hana Treq');
  expect(quote(moveWords(text, find('Treq'), 'end', -1))).toBe('Treq');
  expect(quote(moveWords(text, find('Treq'), 'start', 1))).toBe('Treq');
});
