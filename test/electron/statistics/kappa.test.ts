import { expect, test } from 'vitest';
import { toKappa, toMean } from '../../../electron/statistics/kappa.ts';

test('κ is agreement above chance, by each coder’s own shares', () => {
  // they agree on 70 of 100; by their shares, .35 × .45 + .65 × .55 = .515 would by chance
  expect(toKappa([25, 10, 20, 45], 2)).toBeCloseTo((0.7 - 0.515) / (1 - 0.515), 10);
  expect(toKappa([50, 0, 0, 50], 2)).toBe(1);
});

test('κ is undefined where chance alone agrees wholly, and where there is nothing', () => {
  expect(toKappa([100, 0, 0, 0], 2)).toBe('one-value');
  expect(toKappa([0, 0, 0, 0], 2)).toBe('no-words');
});

test('the mean is of the pairs that have a figure', () => {
  expect(toMean([0.5, 'one-value', 1])).toBe(0.75);
  expect(toMean(['no-words', 'one-value'])).toBe('no-words');
});
