import { expect, test } from 'vitest';
import { bySpan, overlaps, Span } from '#shared/domain/span';

test('a span holds at least one character', () => {
  expect(Span.safeParse({ start: 3, end: 3 }).success).toBe(false);
  expect(Span.safeParse({ start: -1, end: 3 }).success).toBe(false);
  expect(Span.safeParse({ start: 0.5, end: 3 }).success).toBe(false);
  expect(Span.parse({ start: 3, end: 4 })).toEqual({ start: 3, end: 4 });
});

test('spans that only touch do not overlap', () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
});

test('in reading order the longer of two that begin together comes first', () => {
  const spans = [
    { start: 4, end: 5 },
    { start: 0, end: 2 },
    { start: 0, end: 9 },
  ];
  expect(spans.toSorted(bySpan)).toEqual([spans[2], spans[1], spans[0]]);
});
