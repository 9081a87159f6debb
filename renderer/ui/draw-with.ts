import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** What a list draws: the rows in sight, and one that is named as active wherever the list was scrolled to; none for -1. */
export const drawWith = (row: number) => (range: Range) => {
  const inSight = defaultRangeExtractor(range);
  if (row < 0 || row >= range.count || inSight.includes(row)) return inSight;
  return [...inSight, row].sort((a, b) => a - b);
};
