import { toMargins } from './confusion.ts';
import type { Figure } from './continuum.ts';

/** Observed and expected disagreement. */
type Disagreement = { observed: number; expected: number };

/** Of coincidences (`toCoincidences`). Source: Krippendorff 2011, `D_o = Σ o_ck / n`, `D_e = Σ n_c n_k / (n(n − 1))` over c ≠ k. */
export function toDisagreement(coincidences: ArrayLike<number>, categories: number): Disagreement {
  const margins = toMargins(coincidences, categories);
  const n = margins.reduce((sum, each) => sum + each, 0);
  let [observed, expected] = [0, n * n];
  for (let row = 0; row < categories; row += 1) {
    expected -= margins[row]! ** 2;
    for (let column = 0; column < categories; column += 1)
      if (row !== column) observed += coincidences[row * categories + column]!;
  }
  return { observed: observed / n, expected: expected / (n * (n - 1)) };
}

/** Krippendorff's α for names; undefined where all have one value. */
export function toNominalAlpha(coincidences: ArrayLike<number>, categories: number): Figure {
  const { observed, expected } = toDisagreement(coincidences, categories);
  return expected > 0 ? 1 - observed / expected : 'one-value';
}
