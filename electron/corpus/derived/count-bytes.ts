/**
 * Terms and how often they stand in an article, in few bytes: each as the difference to the term before it and its count, both seven
 * bits a byte, the lowest first, the top bit set where more follow.
 */
export function packCounts(counts: readonly (readonly [term: number, count: number])[]): Buffer {
  const bytes: number[] = [];
  const push = (value: number) => {
    for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
    bytes.push(value);
  };
  let last = 0;
  for (const [term, count] of counts.toSorted(([a], [b]) => a - b)) {
    push(term - last);
    push(count);
    last = term;
  }
  return Buffer.from(bytes);
}

/** Goes through what was packed from `from` to before `to`. */
export function eachCount(
  bytes: Uint8Array,
  from: number,
  to: number,
  use: (term: number, count: number) => void,
): void {
  const pairs = new Uint32Array(to - from);
  const length = unpackCounts(bytes, from, to, pairs);
  for (let n = 0; n < length; n += 2) use(pairs[n]!, pairs[n + 1]!);
}

/**
 * Writes what was packed from `from` to before `to` as term, count, term, count …; gives how many numbers these are.
 *
 * A comparison reads tens of millions: `pairs`, of at least `to - from` numbers, is used again for each article.
 */
export function unpackCounts(bytes: Uint8Array, from: number, to: number, pairs: Uint32Array): number {
  let length = 0;
  let term = 0;
  for (let at = from; at < to;) {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    pairs[length] = (length & 1) === 0 ? (term += value) : value;
    length += 1;
  }
  return length;
}
