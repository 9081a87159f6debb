/** How many items stand at the beginning, and how many behind those at the end, that are the same objects in both lists. */
export function countAlike(before: readonly unknown[], now: readonly unknown[]): { head: number; tail: number } {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** Maps one list after another: only what stands between the ends that a list shares with the one before is mapped anew. */
export class MappedList<From, To> {
  #from: readonly From[] = [];
  #to: readonly To[] = [];
  readonly #map: (one: From) => To;

  constructor(map: (one: From) => To) {
    this.#map = map;
  }

  /** The same list for the same list. */
  map(from: readonly From[]): readonly To[] {
    if (from === this.#from) return this.#to;
    const { head, tail } = countAlike(this.#from, from);
    this.#to = this.#to
      .slice(0, head)
      .concat(from.slice(head, from.length - tail).map(this.#map), this.#to.slice(this.#to.length - tail));
    this.#from = from;
    return this.#to;
  }
}
