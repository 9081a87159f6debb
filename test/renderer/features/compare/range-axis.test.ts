import { expect, test } from 'vitest';
import { findAxisEnd, listTicks } from '../../../../renderer/features/compare/range-axis.ts';

const figure = (min: number | null, max: number | null) => ({ what: 'killed', unit: '', ofWhom: '', min, max });

test('an axis ends at a round number above both ranges, and further on where one is open', () => {
  expect(findAxisEnd({ a: figure(14, null), b: figure(9, 9) })).toBe(24);
  expect(findAxisEnd({ a: figure(2, 2), b: figure(3, 3) })).toBe(4);
  expect(findAxisEnd({ a: figure(null, 12_000), b: figure(4000, 4000) })).toBe(16_000);
});

test('there is no axis without a number above nought, or with one below', () => {
  expect(findAxisEnd({ a: figure(0, 0), b: figure(null, 0) })).toBeNull();
  expect(findAxisEnd({ a: figure(-3, 5), b: figure(1, 1) })).toBeNull();
});

test('its ticks are whole numbers', () => {
  expect(listTicks(24)).toEqual([0, 6, 12, 18, 24]);
  expect(listTicks(4)).toEqual([0, 1, 2, 3, 4]);
});
