/**
 * Gries' DP: half the sum over all parts of |share of the thing − share of all things|; 0 where it is spread as all are, towards 1
 * where it clumps. `sizes`: things of each part. `found`: part, count, part, count … of the parts that have it.
 *
 * Source: Gries 2008, 10.1075/ijcl.13.4.02gri.
 */
export function toDispersion(found: readonly number[], sizes: ReadonlyMap<number, number>, size: number): number {
  let frequency = 0;
  for (let at = 1; at < found.length; at += 2) frequency += found[at]!;
  let sum = 1; // a part without it gives its share of all, and these are 1 with those of the others
  for (let at = 0; at < found.length; at += 2) {
    const share = sizes.get(found[at]!)! / size;
    sum += Math.abs(found[at + 1]! / frequency - share) - share;
  }
  return sum / 2;
}
