import { expect, it } from 'vitest';
import { findRowForKey } from '../../../renderer/ui/row-for-key.ts';

const rows = { active: 10, count: 100, rowHeight: 30, viewHeight: 300 };

it('a key leads by one row, by a view with one row kept in sight, and to the ends', () => {
  const lead = (key: string) => findRowForKey(key, rows);
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(lead)).toEqual([11, 9, 19, 1, 0, 99]);
  expect(lead('Enter')).toBeUndefined();
});

it('no key leads out of the list, however short it or the view is', () => {
  expect(findRowForKey('ArrowUp', { ...rows, active: 0 })).toBe(0);
  expect(findRowForKey('PageDown', { ...rows, active: 95 })).toBe(99);
  expect(findRowForKey('PageDown', { ...rows, viewHeight: 0 })).toBe(11);
  expect(findRowForKey('End', { ...rows, count: 0, active: 0 })).toBe(0);
});
