import type { ReactNode } from 'react';
import type { DataCell, DataTableValue, SortBy } from './table-rows.ts';

/** A cell of a table as it was given: neither sorting nor filtering changes these numbers. */
export type CellPlace = { row: number; column: number };

/** Columns beside one another under one head, or under none; `heads`: what each of theirs reads as there. */
export type ColumnGroup = { name: ReactNode; heads: readonly string[] };

export type DataTableProps = {
  table: DataTableValue;
  /** What a cell reads as. */
  print(cell: DataCell, column: DataTableValue['columns'][number]): string;
  /** Cells that can be pressed; all others are plain. */
  isPressable?(place: CellPlace): boolean;
  onCell?(place: CellPlace): void;
  /** The cell, or the whole row, that is looked at now. */
  chosen?: { row: number; column?: number } | null;
  /** What is drawn in a cell in the place of what it reads as. */
  draw?(place: CellPlace): ReactNode;
  /** What a cell that can be pressed is called, where that is more than its column and what it reads as. */
  nameOf?(place: CellPlace): string | undefined;
  /** What stands above a row, as the head of those that follow, while rows are in the table's own order. */
  heading?(row: number): ReactNode;
  /** What opens below a row. */
  expand?(row: number): ReactNode;
  /** Whether a press on a cell opens what is below its row. */
  opensRows?: boolean;
  /** All columns, from the left. */
  groups?: readonly ColumnGroup[];
  /** Columns that there is no room for; they are copied all the same. */
  unseen?: ReadonlySet<number>;
  /** The rows are some of many: whoever gives them sorts and finds among all. */
  order?: { sort: SortBy; onSort(sort: SortBy): void };
  /** Beside the caption. */
  tools?: ReactNode;
};
