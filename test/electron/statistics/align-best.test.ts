import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignBest } from '../../../electron/statistics/align-best.ts';
import { toDissimilarity, type Place } from '../../../electron/statistics/dissimilarity.ts';
import { loadSolver } from '../../../electron/statistics/load-solver.ts';

const places = (...units: [number, number, string][]): Place[] =>
  units.map(([start, end, label]) => ({ start, end, label: label.charCodeAt(0) }));

/** As its paper prints it: divided by how many units a coder made. */
const toDisorder = (...coders: Place[][]) => alignBest(coders, null)! / (coders.flat().length / coders.length);

const anyPlaces = (most: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2 }))
      .map(([start, length, label]): Place => ({ start, end: start + length, label })),
    { maxLength: most },
  );

test('the best alignment of two coders', () => {
  const a = places([1, 5, 'a'], [6, 10, 'b'], [11, 15, 'a']);
  const b = places([2, 6, 'a'], [7, 11, 'b'], [12, 16, 'a']);
  expect(toDisorder(a, b)).toBeCloseTo(0.0625, 10);
});

test('the best alignment of three coders', () => {
  const a = places([1, 5, 'a'], [10, 14, 'b']);
  const b = places([2, 6, 'a'], [11, 15, 'b']);
  const c = places([1, 4, 'a'], [9, 14, 'c']);
  expect(toDisorder(a, b, c)).toBeCloseTo(0.4087564, 7);
});

/** Every way to align two coders' units, one after the other. */
function alignPlainly(left: readonly Place[], right: readonly Place[]): number {
  const [first, ...rest] = left;
  if (!first) return right.length;
  return Math.min(
    1 + alignPlainly(rest, right),
    ...right.map((other, n) => toDissimilarity(first, other) + alignPlainly(rest, right.toSpliced(n, 1))),
  );
}

test('an assignment of two coders is as cheap as any, whichever stands first', () => {
  fc.assert(
    fc.property(anyPlaces(4), anyPlaces(4), (left, right) => {
      expect(alignBest([left, right], null)).toBeCloseTo(alignPlainly(left, right), 9);
      expect(alignBest([right, left], null)).toBeCloseTo(alignPlainly(left, right), 9);
    }),
    { numRuns: 60 },
  );
});

test('where many units hang together the programme is solved, and comes to what trying all comes to', async () => {
  const solver = await loadSolver();
  let programmes = 0;
  const counted = (programme: string) => ((programmes += 1), solver(programme));
  const row = (shift: number) =>
    Array.from({ length: 8 }, (_, n): Place => ({ start: n * 5 + shift, end: n * 5 + shift + 6, label: 1 }));
  const long = [row(0), row(1), row(2)];
  const apart = long.map((coder) =>
    coder.map((place, n) => ({ ...place, start: place.start + n * 100, end: place.end + n * 100 })),
  );
  // far from each other the eight are aligned one by one
  expect(alignBest(long, counted)).toBeCloseTo(alignBest(apart, null)!, 6);
  expect(programmes).toBeGreaterThan(0);
  expect(alignBest(long, () => undefined)).toBeUndefined();
});

test('three coders of whom one marked nothing cost what the other two cost, and a pair with nothing each time', () => {
  const a = places([1, 5, 'a'], [10, 14, 'b']);
  expect(alignBest([a, a, []], null)).toBeCloseTo((2 * 2) / 3, 10);
});

test('what would take too long is not aligned: many coders with units everywhere', () => {
  const dense = (shift: number) =>
    Array.from({ length: 40 }, (_, n): Place => ({ start: n + shift, end: n + shift + 30, label: 1 }));
  expect(
    alignBest(
      Array.from({ length: 8 }, (_, n) => dense(n)),
      null,
    ),
  ).toBeUndefined();
});
