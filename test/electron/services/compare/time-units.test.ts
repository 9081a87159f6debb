import { expect, test } from 'vitest';
import { fromDay, toDate, toDay } from '../../../../electron/services/compare/days.ts';
import { chooseUnit, fromBin, toBin } from '../../../../electron/services/compare/time-units.ts';

test('a day is found again by its number, also long ago and over a leap day; what is no day has none', () => {
  for (const date of ['0099-12-31', '1969-12-31', '2024-02-29', '2100-03-01'])
    expect(fromDay(toDay(Number(date.replaceAll('-', '')))!)).toBe(date);
  expect([20240230, 20240200, 20240000, 0].map(toDay)).toEqual([undefined, undefined, undefined, undefined]);
  expect([20240229, 20240200, 20240000, 0].map(toDate)).toEqual(['2024-02-29', '2024-02', '2024', null]);
});

test('the unit grows with the span, and no further than the dates are exact', () => {
  expect(chooseUnit([20240101, 20240428])).toBe('day');
  expect(chooseUnit([20240101, 20240901])).toBe('week');
  expect(chooseUnit([20200101, 20240901])).toBe('month');
  expect(chooseUnit([19000101, 20240901])).toBe('year');
  expect(chooseUnit([20240100, 20240200, 20240301, 0, 0])).toBe('month');
  expect(chooseUnit([20240000, 20240000, 20240301])).toBe('year');
  expect(chooseUnit([0])).toBe('day');
});

test('a week begins on Monday; a date that is not exact enough is in no bar', () => {
  const weekOf = (date: number) => fromBin(toBin(date, 'week')!, 'week');
  expect([20240311, 20240317, 20240318].map(weekOf)).toEqual(['2024-03-11', '2024-03-11', '2024-03-18']);
  expect(fromBin(toBin(20241200, 'month')!, 'month')).toBe('2024-12');
  expect(fromBin(toBin(20240000, 'year')!, 'year')).toBe('2024');
  expect([toBin(20241200, 'week'), toBin(20240000, 'month'), toBin(0, 'year')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
