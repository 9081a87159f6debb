import { expect, test } from 'vitest';
import { alignBest } from '../../../electron/statistics/align-best.ts';
import type { Place } from '../../../electron/statistics/dissimilarity.ts';
import { toDisorder, toGamma, toSampleCount, type Aligned } from '../../../electron/statistics/gamma.ts';
import { drawContinuum } from '../../../electron/statistics/random-continuum.ts';
import { createRandom } from '../../../electron/statistics/random.ts';

const row = (count: number, shift = 0): Place[] =>
  Array.from({ length: count }, (_, n) => ({ start: n * 100 + shift, end: n * 100 + shift + 20, label: 1 }));
const align = (...coders: Place[][]): Aligned => ({
  disorder: Float64Array.of(alignBest(coders, null)!),
  units: Float64Array.of(coders.flat().length),
});
const draw = (coders: Place[][], samples: number) => {
  const random = createRandom(1);
  return Array.from({ length: samples }, () => align(...drawContinuum(coders, 2000, random)));
};

test('γ is 1 for the same units, about 0 for units by chance, and falls as units move apart', () => {
  const toOne = (left: Place[], right: Place[]) =>
    toGamma(align(left, right), draw([left, right], 60), { coders: 2 }).gamma;
  expect(toOne(row(20), row(20))).toBe(1);
  const [near, far] = [toOne(row(20), row(20, 4)), toOne(row(20), row(20, 15))] as [number, number];
  expect([near < 1, far < near]).toEqual([true, true]);
  const random = createRandom(5);
  const byChance = () =>
    Array.from({ length: 40 }, (): Place => {
      const start = Math.floor(random() * 1980);
      return { start, end: start + 20, label: 1 };
    });
  expect(Math.abs(toOne(byChance(), byChance()) as number)).toBeLessThan(0.15);
});

test('random continua have units as long as those that they are drawn from, within the text or over its end', () => {
  const coders = [row(3), row(2, 7)];
  for (const made of drawContinuum(coders, 2000, createRandom(3))) {
    expect([2, 3]).toContain(made.length);
    for (const { start, end } of made) expect([start >= 0 && start < 2000, end - start]).toEqual([true, 20]);
  }
});

test('no two coders’ units are moved alike: they lie apart by the mean length of a unit, also round the end of the text', () => {
  const random = createRandom(4);
  for (let n = 0; n < 50; n += 1) {
    const drawn = drawContinuum([row(1), row(1)], 100, random);
    const [one, other] = drawn.map((units) => units[0]!.start) as [number, number];
    const apart = Math.abs(one - other);
    expect(Math.min(apart, 100 - apart)).toBeGreaterThanOrEqual(20);
  }
});

test('of articles that are drawn several times disorder and units count as often', () => {
  const aligned = { disorder: Float64Array.of(1, 2), units: Float64Array.of(2, 6) };
  expect(toDisorder(aligned, 2)).toBe(3 / 4);
  expect(toDisorder(aligned, 2, Uint32Array.of(3, 0))).toBe(1);
  expect(toDisorder(aligned, 2, Uint32Array.of(1, 2))).toBe(5 / 7);
});

test('the more the first samples differ, the more there have to be', () => {
  expect(toSampleCount([1, 1, 1])).toBe(0);
  // standard deviation .1, mean 1: (.1 · 1.96 / .02)² = 96.04
  expect(toSampleCount([0.9, 1, 1.1])).toBe(97);
  expect(toSampleCount([0, 10, 0])).toBe(1000);
});

test('the same articles twice leave γ as it was, and without units there is none', () => {
  const [best, samples] = [align(row(5), row(5, 4)), draw([row(5), row(5, 4)], 30)];
  const twice = toGamma(best, samples, { coders: 2, times: Uint32Array.of(2) });
  expect(twice.gamma).toBeCloseTo(toGamma(best, samples, { coders: 2 }).gamma as number, 12);
  expect(toGamma(align([], []), [align([], [])], { coders: 2 }).gamma).toBe('nothing-marked');
});
