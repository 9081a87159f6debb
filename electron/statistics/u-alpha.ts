import { toMargins } from './confusion.ts';
import type { Figure } from './continuum.ts';

/**
 * What the uα family is made from. `lengths`: coincidences of all categories, blank being 0, in characters. `squares`: sums of squared
 * lengths of all coders' segments, by label; `common`: the same of what each shares with others, over the number of others.
 *
 * Source: Krippendorff, Mathet, Bouvry, Widlöcher 2016; Krippendorff 2019 §12.6: ℓ, Q and Q*.
 */
export type Stretches = { lengths: ArrayLike<number>; squares: ArrayLike<number>; common: ArrayLike<number> };

export type UAlphas = { uAlpha: Figure; uAlphaBoundary: Figure; cuAlpha: Figure };

/** Where neither disagreement is possible all is agreed, if anything was marked. */
export function toUAlphas({ lengths, squares, common }: Stretches, categories: number): UAlphas {
  const margins = toMargins(lengths, categories);
  const marked = sum(margins, 1);
  if (marked === 0) return { uAlpha: 'nothing-marked', uAlphaBoundary: 'nothing-marked', cuAlpha: 'nothing-marked' };
  const all = marked + margins[0]!;
  // gaps are not squared
  const expected = all - (margins[0]! + sum(squares, 1)) / all;
  const observedBlank = margins[0]! - lengths[0]!;
  const blank = { observed: 2 * observedBlank, expected: (2 * margins[0]! * marked) / expected };
  const labels = toLabels({ lengths, squares, common }, categories);
  const among = { observed: blank.observed + labels.observed, expected: toUnlike(margins, 0) / expected };
  return {
    uAlpha: toAlpha(among),
    uAlphaBoundary: toAlpha(blank),
    cuAlpha: categories === 2 ? 'one-label' : labels.all === 0 ? 'nothing-common' : toAlpha(labels),
  };
}

/** Only where both marked something. */
function toLabels({ lengths, common }: Stretches, categories: number) {
  const margins = new Float64Array(categories);
  let observed = 0;
  for (let row = 1; row < categories; row += 1)
    for (let column = 1; column < categories; column += 1) {
      const length = lengths[row * categories + column]!;
      margins[row]! += length;
      if (row !== column) observed += length;
    }
  const all = sum(margins, 1);
  return { all, observed, expected: toUnlike(margins, 1) / (all - sum(common, 1) / all) };
}

const toAlpha = ({ observed, expected }: { observed: number; expected: number }): number =>
  expected === 0 ? 1 : 1 - observed / expected;

/** Sum of the products of two that are not one and the same. */
function toUnlike(margins: ArrayLike<number>, from: number): number {
  let unlike = sum(margins, from) ** 2;
  for (let n = from; n < margins.length; n += 1) unlike -= margins[n]! ** 2;
  return unlike;
}

function sum(of: ArrayLike<number>, from: number): number {
  let total = 0;
  for (let n = from; n < of.length; n += 1) total += of[n]!;
  return total;
}
