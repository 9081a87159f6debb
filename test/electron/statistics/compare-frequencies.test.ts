import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFrequencies } from '../../../electron/statistics/compare-frequencies.ts';

const sizes = { n1: 1177, n2: 341_805 };
const frequencies = fc
  .record({
    n1: fc.integer({ min: 1, max: 5000 }),
    n2: fc.integer({ min: 1, max: 5000 }),
    a: fc.nat(5000),
    b: fc.nat(5000),
  })
  .map(({ n1, n2, a, b }) => ({ f1: Math.min(a, n1), f2: Math.min(b, n2), n1, n2 }));

describe('compareFrequencies', () => {
  it.each([
    [411, 13, 4711.916499, 13.111166, 11.530551],
    [8, 0, 90.849659, 12.268768, 6.020852],
    [2, 1, 18.890004, 8.91827, 0],
  ])('gives the published values for %i against %i', (f1, f2, g2, logRatio, lrc) => {
    const found = compareFrequencies({ f1, f2, ...sizes }, 20_109);
    expect(found.g2).toBeCloseTo(g2, 5);
    expect(found.logRatio).toBeCloseTo(logRatio, 5);
    expect(found.lrc).toBeCloseTo(lrc, 5);
  });

  it('gives the G² of a common word', () => {
    expect(compareFrequencies({ f1: 120, f2: 20, n1: 100_000, n2: 80_000 }, 1).g2).toBeCloseTo(58.7136, 4);
  });

  it('is nothing where both sides are alike', () => {
    expect(compareFrequencies({ f1: 3, f2: 6, n1: 10, n2: 20 }, 5)).toMatchObject({ g2: 0, lrc: 0 });
    expect(compareFrequencies({ f1: 0, f2: 0, n1: 10, n2: 20 }, 5)).toMatchObject({ g2: 0, lrc: 0 });
  });

  it('is mirrored the other way round', () => {
    fc.assert(
      fc.property(frequencies, fc.integer({ min: 1, max: 1000 }), ({ f1, f2, n1, n2 }, tested) => {
        const found = compareFrequencies({ f1, f2, n1, n2 }, tested);
        const back = compareFrequencies({ f1: f2, f2: f1, n1: n2, n2: n1 }, tested);
        for (const name of ['g2', 'logRatio', 'lrc'] as const) expect(back[name]).toBeCloseTo(-found[name], 9);
      }),
    );
  });

  it('has twice the G² and hardly another log ratio with twice as much of both sides', () => {
    fc.assert(
      fc.property(frequencies, ({ f1, f2, n1, n2 }) => {
        const once = compareFrequencies({ f1, f2, n1, n2 }, 1);
        const twice = compareFrequencies({ f1: 2 * f1, f2: 2 * f2, n1: 2 * n1, n2: 2 * n2 }, 1);
        expect(twice.g2).toBeCloseTo(2 * once.g2, 6);
        expect(Math.abs(twice.lrc)).toBeGreaterThanOrEqual(Math.abs(once.lrc) - 1e-9);
        if (Math.min(f1, f2) >= 100) expect(Math.abs(twice.logRatio - once.logRatio)).toBeLessThan(0.02);
      }),
    );
  });
});
