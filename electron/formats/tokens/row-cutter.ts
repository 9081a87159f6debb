/** A line of columns: the word, what stands in the columns behind it, and how many columns there are. */
export type CutRow = { form: string; behind: readonly string[]; width: number };

/**
 * Cuts lines whose columns are parted by blanks. What stands behind the word is mostly what did in the line before: it is cut once,
 * and is the same list then.
 */
export class RowCutter {
  readonly #form: number;
  #tail = '';
  #behind: readonly string[] = [];

  /** `form`: which column is the word, from 0. */
  constructor(form: number) {
    this.#form = form;
  }

  cut(line: string): CutRow {
    if (line.includes('\t')) return this.#cutUneven(line);
    let from = 0;
    for (let n = 0; n < this.#form; n += 1) {
      const to = line.indexOf(' ', from);
      if (to <= from) return this.#cutUneven(line);
      from = to + 1;
    }
    const to = line.indexOf(' ', from);
    if (to <= from) return this.#cutUneven(line);
    if (line.length - to !== this.#tail.length || !line.endsWith(this.#tail)) {
      const behind = line.slice(to + 1).split(' ');
      if (behind.includes('')) return this.#cutUneven(line);
      this.#tail = line.slice(to);
      this.#behind = behind;
    }
    return { form: line.slice(from, to), behind: this.#behind, width: this.#form + 1 + this.#behind.length };
  }

  /** Files that are made for people have many blanks between columns. */
  #cutUneven(line: string): CutRow {
    const cells = line.trim().split(/[ \t]+/u);
    return { form: cells[this.#form] ?? '', behind: cells.slice(this.#form + 1), width: cells.length };
  }
}
