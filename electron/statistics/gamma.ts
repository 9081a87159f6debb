import type { Figure } from './continuum.ts';

/** So many random continua first; then as many as the mean needs to be known within `PRECISION` of itself (95 %), and no more than most. */
export const [FIRST_SAMPLES, PRECISION] = [30, 0.02];
const MOST_SAMPLES = 1000;
const NORMAL_95 = 1.96;

/** What one alignment of each article came to: disorder not yet divided, and how many units there were. */
export type Aligned = { disorder: Float64Array; units: Float64Array };

/** How many samples there have to be, by how much the first ones differ: `(CV · 1.96 / p)²`. Source: Mathet et al. 2015, §5.3. */
export function toSampleCount(disorders: readonly number[]): number {
  const mean = disorders.reduce((sum, each) => sum + each, 0) / disorders.length;
  if (disorders.length < 2 || mean === 0) return disorders.length;
  const variance = disorders.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (disorders.length - 1);
  return Math.min(MOST_SAMPLES, Math.ceil(((Math.sqrt(variance) / mean) * NORMAL_95 * (1 / PRECISION)) ** 2));
}

/** Disorder of articles together, each so many times; over the mean number of units of a coder. NaN where there are no units. */
export function toDisorder({ disorder, units }: Aligned, coders: number, times?: Uint32Array): number {
  let [sum, made] = [0, 0];
  for (let n = 0; n < disorder.length; n += 1) {
    const weight = times ? times[n]! : 1;
    sum += weight * disorder[n]!;
    made += weight * units[n]!;
  }
  return sum / (made / coders);
}

/** γ of the best alignments against those of random continua; undefined where there is nothing to align. */
export function toGamma(
  best: Aligned,
  samples: readonly Aligned[],
  { coders, times }: { coders: number; times?: Uint32Array },
): { gamma: Figure; observed: number | null; expected: number | null } {
  const observed = toDisorder(best, coders, times);
  const random = samples
    .map((sample) => toDisorder(sample, coders, times))
    .filter((disorder) => !Number.isNaN(disorder));
  const expected = random.reduce((sum, each) => sum + each, 0) / random.length;
  if (Number.isNaN(observed) || random.length === 0) return { gamma: 'nothing-marked', observed: null, expected: null };
  if (expected === 0) return { gamma: 'one-value', observed, expected };
  return { gamma: 1 - observed / expected, observed, expected };
}
