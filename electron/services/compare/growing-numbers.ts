/** Where numbers were put: in this list, from `start` to before `end`. */
export type Place<T> = { numbers: T; start: number; end: number };

/** Numbers that are only ever added to, a piece at a time; they lie in lists of one size, so that none has to be copied. */
export class GrowingNumbers<T extends Int32Array | Uint8Array> {
  readonly #make: (length: number) => T;
  readonly #size: number;
  #last: T;
  #used = 0;
  /** In all lists. */
  length = 0;

  constructor(make: (length: number) => T, size: number) {
    this.#make = make;
    this.#size = size;
    this.#last = make(0);
  }

  append(added: T): Place<T> {
    if (this.#used + added.length > this.#last.length) {
      this.#last = this.#make(Math.max(this.#size, added.length));
      this.#used = 0;
    }
    const start = this.#used;
    this.#last.set(added, start);
    this.#used += added.length;
    this.length += added.length;
    return { numbers: this.#last, start, end: this.#used };
  }
}
