/**
 * Chances of many tests as q: the share of false finds among all tests that are at least as strong. In the order given.
 *
 * Source: Benjamini and Hochberg 1995. Two hundred thousand words are tested at once, hence the sorted numbers.
 */
export function adjustChances(chances: Float64Array): Float64Array {
  const sorted = chances.toSorted();
  const adjusted = new Map<number, number>();
  let least = 1;
  for (let n = sorted.length - 1; n >= 0; n -= 1) {
    least = Math.min(least, (sorted[n]! * sorted.length) / (n + 1));
    if (!adjusted.has(sorted[n]!)) adjusted.set(sorted[n]!, least); // of equal ones the last in order decides
  }
  return chances.map((chance) => adjusted.get(chance)!);
}
