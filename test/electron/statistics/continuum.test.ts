import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachShared, layOut, toLength, toWordSegments, type Unit } from '../../../electron/statistics/continuum.ts';

const unit = (label: number, ...spans: [number, number][]): Unit => ({
  label,
  spans: spans.map(([start, end]) => ({ start, end })),
});
const toPlain = ({ start, end, label }: { start: number; end: number; label: number }) => [label, start, end];

test('overlaps of one label are united, and what only touches stays apart', () => {
  const { segments, united } = layOut([
    unit(1, [0, 7]),
    unit(1, [5, 9]),
    unit(1, [9, 12]),
    unit(1, [20, 22], [30, 32]),
  ]);
  expect(segments.map(toPlain)).toEqual([
    [1, 0, 9],
    [1, 9, 12],
    [1, 20, 22],
    [1, 30, 32],
  ]);
  expect([...united]).toEqual([0, 1]);
});

test('where labels that exclude one another overlap, what begins first stands and the rest is cut or left out', () => {
  const { segments, clashing, stretches } = layOut([
    unit(1, [0, 10]),
    unit(2, [8, 14]),
    unit(2, [2, 4]),
    unit(1, [20, 22]),
  ]);
  expect(segments.map(toPlain)).toEqual([
    [1, 0, 10],
    [2, 10, 14],
    [1, 20, 22],
  ]);
  expect([...clashing].sort()).toEqual([0, 1, 2]);
  expect(toLength(stretches.get(2)!)).toBe(8);
});

test('a word has the label that its first character has', () => {
  const starts = Uint32Array.from([0, 5, 10]);
  expect(
    toWordSegments(
      [
        { start: 1, end: 6, label: 1 },
        { start: 7, end: 10, label: 2 },
      ],
      starts,
    ),
  ).toEqual([{ start: 1, end: 2, label: 1 }]);
});

test('segments never overlap, cover what was marked, and share with others what both cover', () => {
  const anyUnits = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([label, start, length]) => unit(label, [start, start + length])),
    { maxLength: 8 },
  );
  const listMarked = (units: readonly Unit[]) =>
    new Set(
      units.flatMap(({ spans }) =>
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)),
      ),
    );
  fc.assert(
    fc.property(anyUnits, anyUnits, (one, other) => {
      const [left, right] = [layOut(one).segments, layOut(other).segments];
      expect(toLength(left)).toBe(listMarked(one).size);
      left.forEach(({ start }, n) => expect(n === 0 || left[n - 1]!.end <= start).toBe(true));
      let both = 0;
      eachShared(left, right, (length) => (both += length));
      const marked = listMarked(other);
      expect(both).toBe([...listMarked(one)].filter((at) => marked.has(at)).length);
    }),
    { numRuns: 80 },
  );
});
