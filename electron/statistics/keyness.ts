import { compareFrequencies, type Frequencies, type FrequencyDifference } from './compare-frequencies.ts';

/** `percent`: how much higher the rate of the first side is, in percent; null where the second has none of it. */
export type Keyness = FrequencyDifference & { percent: number | null; bic: number };

/**
 * All that is said of a row; `tested`: how many rows are tested together, hidden ones included. Source: Wilson 2013 for BIC,
 * `G² − ln N`; Gabrielatos 2018 for %DIFF.
 */
export function toKeyness({ f1, f2, n1, n2 }: Frequencies, tested: number): Keyness {
  const difference = compareFrequencies({ f1, f2, n1, n2 }, tested);
  return {
    ...difference,
    percent: f2 === 0 ? null : ((f1 * n2) / (f2 * n1) - 1) * 100,
    bic: Math.abs(difference.g2) - Math.log(n1 + n2),
  };
}
