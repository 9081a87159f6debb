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

test.each([
  ['2024-03-12', '12 Mar 2024'],
  ['2024-03', 'Mar 2024'],
  ['2024', '2024'],
  ['no date', 'no date'],
  [null, '–'],
])('a date, %s, is told as exactly as it is known', (cell, read) => {
  expect(printCell(cell, { title: 'first', kind: 'date' })).toBe(read);
});

test.each([
  [0.31, '+0.3'],
  [-0.31, '−0.3'],
  [0.04, '0.0'],
  [-0.04, '0.0'],
])('a difference of %s has its sign, and none where it reads as nothing', (cell, read) => {
  expect(printCell(cell, { title: 'LRC', kind: 'number', digits: 1, isSigned: true })).toBe(read);
});
