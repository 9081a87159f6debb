import fc from 'fast-check';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import padjust from '@stdlib/stats-padjust';
import { describe, expect, it } from 'vitest';
import { adjustChances } from '../../../electron/statistics/adjust-chances.ts';
import { toChance } from '../../../electron/statistics/chance.ts';
import { compareFrequencies } from '../../../electron/statistics/compare-frequencies.ts';
import { toDispersion } from '../../../electron/statistics/dispersion.ts';
import { toKeyness } from '../../../electron/statistics/keyness.ts';

describe('toKeyness', () => {
  it('gives the published BIC and %DIFF', () => {
    const { g2, bic, percent } = toKeyness({ f1: 120, f2: 20, n1: 100_000, n2: 80_000 }, 1);
    expect([g2.toFixed(4), bic.toFixed(3)]).toEqual(['58.7136', '46.613']);
    expect(percent).toBeCloseTo(380, 9);
  });

  it('has no percentage above nothing, and a whole one below', () => {
    expect(toKeyness({ f1: 3, f2: 0, n1: 10, n2: 10 }, 1).percent).toBeNull();
    expect(toKeyness({ f1: 0, f2: 3, n1: 10, n2: 10 }, 1).percent).toBe(-100);
  });

  it('has the same percentage with twice as much of both sides', () => {
    const once = toKeyness({ f1: 7, f2: 3, n1: 100, n2: 130 }, 1);
    const twice = toKeyness({ f1: 14, f2: 6, n1: 200, n2: 260 }, 1);
    expect(twice.percent).toBeCloseTo(once.percent!, 9);
  });
});

it('a bound that is not worked out is 0 where it is worked out', () => {
  const frequency = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      frequency,
      frequency,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(1, 30, 20_000),
      (f1, f2, by, tested) => {
        const [n1, n2] = [1000, 1000 * by];
        fc.pre(f1 > 0 && f1 / n1 >= f2 / n2);
        const low = betaQuantile(0.05 / 2 / tested, f1, f2 + 1);
        const bound = Math.max(0, Math.log2((n2 / n1) * (low / (1 - low))));
        expect(compareFrequencies({ f1, f2, n1, n2 }, tested).lrc).toBeCloseTo(bound, 9);
      },
    ),
    { numRuns: 400 },
  );
});

describe('toChance', () => {
  it('is that of χ², as tables give it', () => {
    expect(toChance(0)).toBe(1);
    expect(toChance(3.841458820694124)).toBeCloseTo(0.05, 12);
    expect(toChance(-6.634896601021213)).toBeCloseTo(0.01, 12);
  });

  it('goes on where one less nearly one has no digits left', () => {
    expect(toChance(12)).toBeCloseTo(1 - chiSquareCdf(12, 1), 13);
    // erfc(5) and erfc(10), Abramowitz and Stegun, table 7.3
    expect(toChance(50) / 1.5374597944280349e-12).toBeCloseTo(1, 12);
    expect(toChance(200) / 2.088487583762545e-45).toBeCloseTo(1, 12);
  });
});

describe('adjustChances', () => {
  it('gives the published values, in the order given', () => {
    const adjusted = [...adjustChances(Float64Array.of(0.01, 0.04, 0.03, 0.005, 0.5))];
    [0.025, 0.05, 0.05, 0.025, 0.5].forEach((q, n) => expect(adjusted[n]).toBeCloseTo(q, 12));
  });

  it('is what the library gives', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(chances, (all) => {
        const adjusted = [...adjustChances(Float64Array.from([...all, ...all]))];
        padjust([...all, ...all], 'bh').forEach((q: number, n: number) => expect(adjusted[n]).toBeCloseTo(q, 12));
      }),
    );
  });

  it('of no tests is nothing', () => expect(adjustChances(new Float64Array())).toHaveLength(0));
});

it('DP is the published value for the published corpus', () => {
  const sizes = new Map([9, 10, 10, 10, 11].map((size, part) => [part, size]));
  expect(toDispersion([0, 1, 1, 2, 2, 3, 3, 4, 4, 5], sizes, 50)).toBeCloseTo(0.18, 10);
  expect(toDispersion([4, 1], sizes, 50)).toBeCloseTo(0.78, 10);
});
