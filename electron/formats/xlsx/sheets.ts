import type { Chunk } from '../format.ts';
import { columnName, formatRow, type Cell } from './cells.ts';

/** So many rows a sheet may have. Source: Excel specifications and limits. */
const MOST_ROWS = 1_048_576;
/** So much is written at once. Unit: UTF-16 code units. */
const AT_ONCE = 1 << 16;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Places in the styles: a heading, and words that may take several lines. */
const [PLAIN, HEADING] = [0, 1];

/** One part of the package that is a sheet. */
export type SheetPart = { file: string; title: string };

/** The rows of one kind, written some at a time; those that a sheet cannot hold any more are on a further one. */
export class Sheet {
  readonly parts: SheetPart[] = [];
  readonly #name: string;
  readonly #title: string;
  readonly #columns: readonly string[];
  readonly #widths: readonly number[];
  #text = '';
  #rows = 0;

  /** `widths`: of the columns, in characters. */
  constructor(name: string, title: string, columns: readonly string[], widths: readonly number[]) {
    this.#name = name;
    this.#title = title;
    this.#columns = columns;
    this.#widths = widths;
  }

  *add(cells: readonly Cell[]): Generator<Chunk> {
    if (this.#rows === MOST_ROWS) yield* this.finish();
    if (this.#rows === 0) this.#begin();
    this.#rows += 1;
    this.#text += formatRow(this.#rows, cells, PLAIN);
    if (this.#text.length >= AT_ONCE) yield this.#take();
  }

  /** Ends the sheet; one without rows has its heading only. */
  *finish(): Generator<Chunk> {
    if (this.#rows === 0) this.#begin();
    const last = `${columnName(this.#columns.length - 1)}${this.#rows}`;
    this.#text += `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
    yield this.#take();
    this.#rows = 0;
  }

  #begin(): void {
    const n = this.parts.length + 1;
    this.parts.push({
      file: `xl/worksheets/${this.#name}${n}.xml`,
      title: n === 1 ? this.#title : `${this.#title} ${n}`,
    });
    const widths = this.#widths.map(
      (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    );
    this.#rows = 1;
    this.#text = [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`,
      '<sheetViews><sheetView workbookViewId="0">',
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${widths.join('')}</cols><sheetData>`,
      formatRow(1, this.#columns, HEADING),
    ].join('');
  }

  #take(): Chunk {
    const chunk = { file: this.parts.at(-1)!.file, text: this.#text };
    this.#text = '';
    return chunk;
  }
}
