import type { Chunk } from '../format.ts';
import { formatRow } from './cells.ts';

/** So much is written at once. Unit: UTF-16 code units. */
const AT_ONCE = 1 << 16;

export type Cells = (string | number)[];

/** How tables are written; `ending` is that of their names. */
export type Form = { delimiter: string; ending: string; hasBom: boolean };

/** The rows of one table, written some at a time; one without rows is not there unless it was begun. */
export class Rows {
  #text = '';
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
    this.#text += (this.#form.hasBom ? '\uFEFF' : '') + formatRow(this.#columns, this.#form.delimiter);
  }

  add(cells: Cells): void {
    if (!this.#isBegun) this.begin();
    this.#text += formatRow(cells, this.#form.delimiter);
  }

  /** What there is to be written, if it is enough. */
  *take(least = AT_ONCE): Generator<Chunk> {
    if (this.#text.length < least) return;
    yield { file: `${this.#name}.${this.#form.ending}`, text: this.#text };
    this.#text = '';
  }
}
