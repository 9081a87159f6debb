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

test('marks of direction go with the word that comes, and are no step by themselves', () => {
  const marked = 'إن \u200eحرس السواحل\u200e أطلق النار\u200e';
  const start = marked.indexOf('حرس');
  const span = { start, end: start + 'حرس السواحل'.length };
  const quote = (edge: 'start' | 'end', by: 1 | -1, of = span) => {
    const moved = moveEdge(marked, of, edge, by);
    return marked.slice(moved.start, moved.end);
  };
  expect(quote('end', 1)).toBe('حرس السواحل\u200e أطلق');
  expect(quote('start', -1)).toBe('إن \u200eحرس السواحل');
  const last = { start: marked.indexOf('النار'), end: marked.indexOf('النار') + 'النار'.length };
  expect(quote('end', 1, last)).toBe('النار');
});
