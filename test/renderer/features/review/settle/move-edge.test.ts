import { expect, test } from 'vitest';
import { moveEdge } from '../../../../../renderer/features/review/settle/move-edge.ts';

const text = 'said Hana Treq, who keeps the list.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test('either end goes by whole words, without the blank that would be left, and never past the other end or the text', () => {
  const quote = (words: string, edge: 'start' | 'end', by: 1 | -1) => {
    const { start, end } = moveEdge(text, at(words), edge, by);
    return text.slice(start, end);
  };
  expect(quote('Hana Treq', 'end', 1)).toBe('Hana Treq, who');
  expect(quote('Hana Treq, who', 'start', 1)).toBe('Treq, who');
  expect(quote('Hana Treq', 'start', -1)).toBe('said Hana Treq');
  expect(quote('keeps the list', 'end', -1)).toBe('keeps the');
  expect(quote('Hana', 'end', -1)).toBe('Hana');
  expect(quote('Hana', 'start', 1)).toBe('Hana');
  expect(quote('said', 'start', -1)).toBe('said');
});
