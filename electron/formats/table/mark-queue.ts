import type { Mark, Slice } from '../text/decode-slices.ts';

/** The marks of a text that comes in slices, handed on to the rows that it is cut into. */
export class MarkQueue {
  /** With their places in the whole text. */
  #marks: Mark[] = [];
  #length = 0;

  /** The slices as they come, their marks kept. */
  *tap(slices: Iterable<Slice>): Generator<string> {
    for (const { text, marks } of slices) {
      for (const { at, byte } of marks) this.#marks.push({ at: this.#length + at, byte });
      this.#length += text.length;
      yield text;
    }
  }

  /** Those between two places of the whole text, in order; what lies before is forgotten. */
  take(start: number, end: number): (number | null)[] {
    if (this.#marks.length === 0) return [];
    const after = this.#marks.findIndex(({ at }) => at >= end);
    const taken = this.#marks.splice(0, after === -1 ? this.#marks.length : after);
    return taken.filter(({ at }) => at >= start).map(({ byte }) => byte);
  }
}
