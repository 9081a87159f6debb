import type { Figure } from './continuum.ts';

/** Cohen's κ of two coders' table (`addConfusion`), blank included; undefined where chance alone agrees. Source: Cohen 1960. */
export function toKappa(table: ArrayLike<number>, categories: number): Figure {
  let [n, agreed, chance] = [0, 0, 0];
  for (let cell = 0; cell < categories ** 2; cell += 1) n += table[cell]!;
  if (n === 0) return 'no-words';
  for (let category = 0; category < categories; category += 1) {
    let [left, right] = [0, 0];
    for (let other = 0; other < categories; other += 1) {
      left += table[category * categories + other]!;
      right += table[other * categories + category]!;
    }
    agreed += table[category * categories + category]!;
    chance += left * right;
  }
  // in whole numbers, so that a chance of 1 is exactly that
  return chance === n * n ? 'one-value' : (agreed * n - chance) / (n * n - chance);
}

/** The mean of what is defined; the first reason where nothing is. Source: Light 1971, of every pair of coders. */
export function toMean(figures: readonly Figure[]): Figure {
  const defined = figures.filter((figure) => typeof figure === 'number');
  if (defined.length === 0) return figures[0]!;
  return defined.reduce((sum, figure) => sum + figure, 0) / defined.length;
}
