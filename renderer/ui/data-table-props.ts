import type { ReactNode } from 'react';
import type { DataCell, DataTableValue } from './table-rows.ts';

/** A cell of a table as it was given: neither sorting nor filtering changes these numbers. */
export type CellPlace = { row: number; column: number };

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
  /** What opens below a row. */
  expand?(row: number): ReactNode;
  /** Beside the caption. */
  tools?: ReactNode;
};
