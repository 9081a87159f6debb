import { ExpectedError } from '#shared/errors';
import type { ArticleField, ColumnMapping, DateReading, StrayByte, TableChoice } from '#shared/domain/import-table';
import { guessMapping } from './guess-mapping.ts';
import { DateSurvey, readDate } from './read-dates.ts';
import type { RowReading } from './to-article.ts';
import type { Row, RowFault, Table } from './table.ts';

/** So many rows tell which column is which. */
const ENOUGH = 200;
/** More of them are counted only. */
const MOST_NAMED = 1000;
/** Unit: UTF-16, on each side of a byte that could not be read. */
const CONTEXT = 30;

/** What the whole of a table is: how to read a row of it, and what cannot be read. */
export type TableSurvey = {
  reading: RowReading;
  dates: DateReading;
  rows: number;
  faults: { row: number; fault: RowFault }[];
  refused: number;
  strayBytes: number[];
  stray: StrayByte[];
  /** The first rows. */
  head: Row[];
};

/** Goes through all rows of a table once; `finish` says what they are. */
export class TableSurveyor {
  readonly #file: string;
  readonly #table: Table;
  readonly #choice: TableChoice;
  readonly #dates: DateSurvey;
  readonly #written = new Map<string, number>();
  #mapping: ColumnMapping | null = null;
  #head: Row[] = [];
  #rows = 0;
  #refused = 0;
  readonly #faults: TableSurvey['faults'] = [];
  readonly #strayBytes: number[] = [];
  readonly #stray: StrayByte[] = [];

  constructor(file: string, table: Table, choice: TableChoice) {
    this.#file = file;
    this.#table = table;
    this.#choice = choice;
    this.#dates = new DateSurvey(choice.dateOrder);
  }

  add(row: Row): void {
    this.#rows += 1;
    if (row.marks.length > 0) this.#addStray(row);
    if (row.fault) {
      this.#refused += 1;
      if (this.#faults.length < MOST_NAMED) this.#faults.push({ row: row.n + 1, fault: row.fault });
      return;
    }
    if (this.#head.length < ENOUGH) {
      this.#head.push(row);
      if (this.#head.length === ENOUGH) this.#decide();
    } else this.#addDate(row);
  }

  /** Errors: table-no-text, column-unknown, file-empty. */
  finish(): TableSurvey {
    if (this.#rows === 0) throw new ExpectedError('file-empty', { file: this.#file });
    if (!this.#mapping) this.#decide();
    const { columns } = this.#table;
    const fields = new Map<string, ArticleField>();
    for (const [field, name] of Object.entries(this.#mapping!) as [ArticleField, string | null][]) {
      if (name === null) continue;
      const column = findColumn(columns, name);
      if (column === undefined)
        throw new ExpectedError('column-unknown', { file: this.#file, column: name, columns: [...columns] });
      fields.set(column, field);
    }
    if (![...fields.values()].includes('text'))
      throw new ExpectedError('table-no-text', { file: this.#file, columns: [...columns] });
    const order = this.#dates.finish();
    return {
      reading: { columns, fields, dateOrder: order.order },
      dates: { ...order, ...this.#readDates(order.order) },
      rows: this.#rows,
      faults: this.#faults,
      refused: this.#refused,
      strayBytes: this.#strayBytes,
      stray: this.#stray,
      head: this.#head,
    };
  }

  #decide(): void {
    const looks = this.#table.columns.map((name, n) => ({
      name,
      length: this.#head.reduce((sum, { cells }) => sum + (cells[n]?.length ?? 0), 0) / Math.max(1, this.#head.length),
    }));
    this.#mapping = guessMapping(looks, resolveNames(this.#choice.map, this.#table.columns));
    for (const row of this.#head) this.#addDate(row);
  }

  #addDate({ cells }: Row): void {
    const name = this.#mapping!.date;
    if (name === undefined || name === null) return;
    const written = cells[this.#table.columns.indexOf(name)]?.trim() ?? '';
    if (written === '' || written.length > 200) return;
    const count = this.#written.get(written);
    this.#dates.add(written);
    // a copy: what a cell is cut out of would be kept with it
    this.#written.set(count === undefined ? Buffer.from(written).toString() : written, (count ?? 0) + 1);
  }

  #readDates(order: TableSurvey['dates']['order']): Pick<DateReading, 'read' | 'unread' | 'first' | 'last'> {
    const found = { read: 0, unread: 0, first: null as string | null, last: null as string | null };
    for (const [written, count] of this.#written) {
      const date = readDate(written, order);
      if (date === null) {
        found.unread += count;
        continue;
      }
      found.read += count;
      if (found.first === null || date < found.first) found.first = date;
      if (found.last === null || date > found.last) found.last = date;
    }
    return found;
  }

  #addStray({ n, cells, marks }: Row): void {
    let next = 0;
    for (const [i, cell] of cells.entries()) {
      for (const { index } of cell?.matchAll(/\uFFFD/gu) ?? []) {
        const byte = marks[next];
        next += 1;
        if (byte === null || byte === undefined || this.#stray.length === MOST_NAMED) continue;
        const before = cell!.slice(Math.max(0, index - CONTEXT), index).toWellFormed();
        const after = cell!.slice(index + 1, index + 1 + CONTEXT).toWellFormed();
        this.#stray.push({ byte, row: n + 1, column: this.#table.columns[i] ?? '', before, after });
      }
    }
    for (const byte of marks) if (byte !== null) this.#strayBytes.push(byte);
  }
}

/** By its name, else by its name in any case, else by its number from 1. */
const findColumn = (columns: readonly string[], name: string): string | undefined =>
  columns.find((column) => column === name) ??
  columns.find((column) => column.toLowerCase() === name.toLowerCase()) ??
  (/^\d+$/u.test(name) ? columns[Number(name) - 1] : undefined);

/** Names as the table writes them, where it has them. */
const resolveNames = (map: ColumnMapping, columns: readonly string[]): ColumnMapping =>
  Object.fromEntries(
    Object.entries(map).map(([field, name]) => [field, name === null ? null : (findColumn(columns, name) ?? name)]),
  );
