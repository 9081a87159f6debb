import { expect, test } from 'vitest';
import { printCell } from '#shared/tables/print-cell';

test.each([
  [0.00004, '< 0.0001'],
  [0.00005, '0.0001'],
  [0, '0.0000'],
  [1, '1.0000'],
  [null, '–'],
])('a chance of %s is not said to be none where it is only small', (cell, read) => {
  expect(printCell(cell, { title: 'q', kind: 'chance' })).toBe(read);
});
