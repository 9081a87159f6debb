import { createRandom } from './random.ts';

/** Bounds of 95 % of the samples' values; null where there are too few to tell. */
export type Interval = { low: number; high: number } | null;

const SHARE_OUTSIDE = 0.05;
/** Where more of the samples than this are undefined, bounds of the rest would say too much. */
const MOST_UNDEFINED = 0.05;

/**
 * How often each of `count` articles is drawn in each of so many samples of as many articles, with replacement. The array is the same for
 * each sample: what is kept of it has to be copied.
 *
 * Source: Efron and Tibshirani 1993, ch. 13: percentiles.
 */
export function* drawSamples(
  count: number,
  { resamples, seed }: { resamples: number; seed: number },
): Generator<Uint32Array> {
  const random = createRandom(seed);
  const times = new Uint32Array(count);
  for (let sample = 0; sample < resamples; sample += 1) {
    times.fill(0);
    for (let n = 0; n < count; n += 1) times[Math.floor(random() * count)]! += 1;
    yield times;
  }
}

/** Adds rows of a table, each so many times; `rows`: one after the other, `into.length` numbers each. */
export function addRows(into: Float64Array, rows: Float64Array, times: Uint32Array): void {
  const size = into.length;
  into.fill(0);
  for (let row = 0; row < times.length; row += 1) {
    const weight = times[row]!;
    if (weight === 0) continue;
    for (let n = 0, at = row * size; n < size; n += 1, at += 1) into[n]! += weight * rows[at]!;
  }
}

/** `values`: of all samples; what is undefined is no number. Percentiles by the nearest rank. */
export function toInterval(values: readonly unknown[]): Interval {
  const defined = Float64Array.from(values.filter((value) => typeof value === 'number')).sort();
  if (defined.length < values.length * (1 - MOST_UNDEFINED) || defined.length === 0) return null;
  const at = (share: number) =>
    defined[Math.min(defined.length - 1, Math.max(0, Math.ceil(share * defined.length) - 1))]!;
  return { low: at(SHARE_OUTSIDE / 2), high: at(1 - SHARE_OUTSIDE / 2) };
}
