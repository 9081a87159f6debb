import type { Chunk } from '../format.ts';
import { TextBytes } from '../text-bytes.ts';
import { formatCells, type Cell } from './cells.ts';

/** So much is written at once. Unit: bytes. */
const AT_ONCE = 1 << 16;

/** How tables are written; `ending` is that of their names. */
export type Form = { delimiter: string; ending: string; hasBom: boolean };

/** The rows of one table, written some at a time; one without rows is not there unless it was begun. */
export class Rows {
  readonly #bytes = new TextBytes();
  #isBegun = false;
  readonly #name: string;
  readonly #columns: string[];
  readonly #form: Form;

  constructor(name: string, columns: string[], form: Form) {
    this.#name = name;
    this.#columns = columns;
    this.#form = form;
  }

  begin(): void {
    this.#isBegun = true;
    if (this.#form.hasBom) this.#bytes.addText('\uFEFF');
    this.add(this.#columns);
  }

  add(cells: readonly Cell[]): void {
    if (!this.#isBegun) this.begin();
    this.#bytes.addText(`${formatCells(cells, this.#form.delimiter)}\n`);
  }

  /** What there is to be written, if it is enough. */
  *take(least = AT_ONCE): Generator<Chunk> {
    if (this.#bytes.length < least) return;
    yield { file: `${this.#name}.${this.#form.ending}`, bytes: this.#bytes.take(), isText: true };
  }
}
