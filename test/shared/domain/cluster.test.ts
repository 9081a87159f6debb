import { expect, test } from 'vitest';
import { toSlots, type ClaimFigure } from '#shared/domain/cluster';
import { AnnotationId } from '#shared/domain/ids';

const claim = (n: number, ...figures: [unit: string, min: number | null, max: number | null][]) => ({
  annotation: AnnotationId.parse(`0000000${n}-0000-7000-8000-000000000000`),
  figures: figures.map(([unit, min, max]): ClaimFigure => ({ what: 'soldiers', unit, ofWhom: '', min, max })),
});

test.each<[string, (readonly [number | null, number | null])[], [number | null, number | null, boolean]]>([
  ['one exact figure', [[4, 4]], [4, 4, true]],
  [
    'ranges with a number in common',
    [
      [2, 5],
      [4, 9],
    ],
    [2, 9, true],
  ],
  [
    'ranges that touch',
    [
      [2, 4],
      [4, 9],
    ],
    [2, 9, true],
  ],
  [
    'ranges that do not meet',
    [
      [2, 2],
      [4, 5],
    ],
    [2, 5, false],
  ],
  [
    'three of which two do not meet',
    [
      [2, 3],
      [3, 4],
      [4, 5],
    ],
    [2, 5, false],
  ],
  [
    '“at least” beside a number above it',
    [
      [2, null],
      [5, 5],
    ],
    [2, 5, true],
  ],
  [
    '“at least” beside a number below it',
    [
      [6, null],
      [5, 5],
    ],
    [5, 6, false],
  ],
  [
    '“up to” beside a number',
    [
      [null, 3],
      [1, 1],
    ],
    [1, 3, true],
  ],
  ['no number at all', [[null, null]], [null, null, true]],
])('%s', (_, ranges, [low, high, meet]) => {
  const claims = ranges.map(([min, max], n) => claim(n, ['killed', min, max]));
  expect(toSlots(claims)).toMatchObject([{ unit: 'killed', low, high, meet }]);
});

test('kinds of figures are told apart by what and unit in any case, in the order that they come in', () => {
  const slots = toSlots([claim(1, ['killed', 2, 2], ['wounded', 5, 5]), claim(2, ['Killed', 4, 4])]);
  expect(slots.map(({ unit, claims }) => [unit, claims.length])).toEqual([
    ['killed', 2],
    ['wounded', 1],
  ]);
});
