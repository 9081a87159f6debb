/** Puts lines together again from parts of a text, however it was cut. */
export class LineReader {
  #rest = '';

  /** The lines that this part completes. */
  take(part: string): string[] {
    const lines = (this.#rest + part).split('\n');
    this.#rest = lines.pop()!;
    return lines;
  }
}
