import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../../../electron/statistics/continuum.ts';
import { countMatches } from '../../../electron/statistics/span-f1.ts';
import { listOverlaps, matchBest, type Edge } from '../../../electron/statistics/match-spans.ts';

const unit = (...spans: [number, number][]): Unit => ({
  label: 1,
  spans: spans.map(([start, end]) => ({ start, end })),
});
const match = (left: Unit[], right: Unit[]) => matchBest(listOverlaps(left, right, () => true));
const toSum = (edges: readonly Edge[]) => edges.reduce((sum, { overlap }) => sum + overlap, 0);

/** The most that any one-to-one matching comes to, by trying all. */
function matchPlainly(edges: readonly Edge[]): number {
  const [first, ...rest] = edges;
  if (!first) return 0;
  const free = rest.filter(({ left, right }) => left !== first.left && right !== first.right);
  return Math.max(matchPlainly(rest), first.overlap + matchPlainly(free));
}

test('a pair is not taken because it comes first, but where all together overlap most', () => {
  const found = match([unit([0, 10]), unit([8, 20])], [unit([6, 14]), unit([0, 7])]);
  expect(found.map(({ left, right }) => [left, right])).toEqual(
    expect.arrayContaining([
      [0, 1],
      [1, 0],
    ]),
  );
});

test('annotations of several spans overlap by their characters, not by what lies between', () => {
  expect(listOverlaps([unit([0, 4], [20, 24])], [unit([10, 12])], () => true)).toEqual([]);
  expect(listOverlaps([unit([0, 4], [20, 24])], [unit([20, 24])], () => true)).toEqual([
    { left: 0, right: 0, overlap: 0.5 },
  ]);
});

test('no other matching overlaps more, and none matches one unit twice', () => {
  const anyUnits = fc.array(
    fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 8 })).map(([start, length]) => unit([start, start + length])),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(anyUnits, anyUnits, (left, right) => {
      const found = match(left, right);
      expect(toSum(found)).toBeCloseTo(matchPlainly(listOverlaps(left, right, () => true)), 6);
      expect(new Set(found.map((edge) => edge.left)).size).toBe(found.length);
      expect(match(right, left).length).toBe(found.length);
    }),
    { numRuns: 80 },
  );
});

test('a unit is matched once, also where the other coder put two labels on its words', () => {
  const [one, other] = [unit([0, 5]), { ...unit([0, 5]), label: 2 }];
  expect(countMatches([one], [other, one])).toEqual({ exact: 1, boundary: 1, overlap: 1 });
  expect(countMatches([one, other], [other, one])).toEqual({ exact: 2, boundary: 2, overlap: 2 });
});
