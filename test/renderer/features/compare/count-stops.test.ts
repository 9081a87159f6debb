import { expect, test } from 'vitest';
import { keepStop, toStop } from '../../../../renderer/features/compare/count-stops.ts';

test.each([
  [toStop(4, 3), { rows: 5, columns: 4 }, toStop(4, 3)],
  [toStop(5, 0), { rows: 5, columns: 4 }, toStop(0, 0)],
  [toStop(0, 4), { rows: 5, columns: 4 }, toStop(0, 0)],
])('Tab comes to the number that was left, or to the first where it has gone: %s', (left, size, stop) => {
  expect(keepStop(left, size)).toBe(stop);
});
