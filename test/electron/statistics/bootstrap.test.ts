import { expect, test } from 'vitest';
import { addRows, drawSamples, toInterval } from '../../../electron/statistics/bootstrap.ts';

test('each sample has as many articles as there are, the same ones for the same seed', () => {
  const draw = (seed: number) => Array.from(drawSamples(5, { resamples: 20, seed }), (times) => [...times]);
  for (const times of draw(1)) expect(times.reduce((sum, n) => sum + n, 0)).toBe(5);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('a sample’s sums are those of its articles, each as often as it was drawn', () => {
  const into = new Float64Array(2);
  addRows(into, Float64Array.from([1, 10, 2, 20, 3, 30]), Uint32Array.from([2, 0, 1]));
  expect([...into]).toEqual([5, 50]);
});

test('bounds are those of 95 % of the values, and none where too many are undefined', () => {
  const values = Array.from({ length: 1000 }, (_, n) => n / 1000);
  expect(toInterval(values.toReversed())).toEqual({ low: 0.024, high: 0.974 });
  expect(toInterval([...values.slice(0, 940), ...Array.from({ length: 60 }, () => 'one-value')])).toBeNull();
  expect(toInterval([])).toBeNull();
});
