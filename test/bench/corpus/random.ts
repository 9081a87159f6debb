/** Numbers that follow from a seed: the same corpus on every machine. */
export type Random = {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  pick<T>(from: readonly T[]): T;
  /** A rank from 0 to below `count`, each about as often as Zipf's law says: the chance falls with 1 / (rank + 1). */
  zipf(count: number): number;
};

/** Source: Mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (end) => Math.floor(next() * end),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    zipf: (count) => Math.floor(Math.exp(next() * Math.log(count + 1))) - 1,
  };
}
