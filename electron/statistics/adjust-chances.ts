/**
 * Chances of many tests as q: the share of false finds among all tests that are at least as strong. In the order given.
 *
 * Source: Benjamini and Hochberg 1995. Two hundred thousand words are tested at once, hence the sorted numbers.
 */
export function adjustChances(chances: Float64Array): Float64Array {
  const order = Uint32Array.from(chances, (_, n) => n).sort((x, y) => chances[x]! - chances[y]!);
  const adjusted = new Float64Array(chances.length);
  let least = 1;
  for (let n = order.length - 1; n >= 0; n -= 1) {
    const test = order[n]!;
    adjusted[test] = least = Math.min(least, (chances[test]! * order.length) / (n + 1));
  }
  return adjusted;
}
