import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareChoices, type Chosen } from '../../../electron/statistics/compare-choices.ts';

const pairs = (...counts: [number, number][]): Chosen[] => counts.map(([a, b]) => ({ a, b }));
const anyChoice = fc.array(fc.record({ a: fc.nat(500), b: fc.nat(500) }), { maxLength: 12 });

describe('compareChoices', () => {
  it('gives the G² of the whole table of ten forms by two sides', () => {
    const counts = pairs([31, 0], [0, 26], [0, 19], [14, 1], [0, 11], [9, 0], [4, 0], [1, 6], [3, 2], [2, 3]);
    const found = compareChoices(counts);
    expect(found).toMatchObject({ a: 64, b: 68, all: 10, shared: 4 });
    expect(found.g2).toBeCloseTo(156.3, 1);
  });

  it('gives the G² of Dunning for a table of two by two', () => {
    const { g2 } = compareChoices(pairs([120, 20], [99_880, 79_980]));
    expect(g2).toBeCloseTo(58.7136, 4);
  });

  it('adds the smaller share of each to the overlap', () => {
    // shares .5 .5 0 and .25 .25 .5
    expect(compareChoices(pairs([2, 1], [2, 1], [0, 2])).overlap).toBe(0.5);
  });

  it('finds no difference where both choose alike, however often, and no overlap where they share nothing', () => {
    expect(compareChoices(pairs([1, 3], [2, 6]))).toMatchObject({ g2: 0, overlap: 1 });
    expect(compareChoices(pairs([5, 0], [0, 7])).overlap).toBe(0);
  });

  it('knows no difference where a side chose nothing', () => {
    expect(compareChoices(pairs([3, 0], [1, 0]))).toEqual({ a: 4, b: 0, all: 2, shared: 0, g2: null, overlap: null });
    expect(compareChoices([])).toMatchObject({ g2: null, overlap: null });
  });

  it('is the same the other way round; twice as much of both is twice the G² and the same overlap', () => {
    fc.assert(
      fc.property(anyChoice, (chosen) => {
        const found = compareChoices(chosen);
        const swapped = compareChoices(chosen.map(({ a, b }) => ({ a: b, b: a })));
        expect(swapped).toEqual({ ...found, a: found.b, b: found.a });
        const doubled = compareChoices(chosen.map(({ a, b }) => ({ a: 2 * a, b: 2 * b })));
        expect(doubled.overlap).toBe(found.overlap);
        if (found.g2 !== null) expect(doubled.g2).toBeCloseTo(2 * found.g2, 8);
      }),
    );
  });
});
