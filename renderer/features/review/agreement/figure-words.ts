import type { Coefficient } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { printCell } from '#shared/tables/print-cell';
import type { DataTableProps } from '../../../ui/data-table-props.ts';

/** Two digits, without a nought before the point, as figures of agreement are written: ".74", "−.12", "1.00". */
export const figureWords = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-0\.00$/u, '0.00')
    .replace(/^(-?)0\./u, '$1.')
    .replace('-', '−');

/** ".69 to .79"; null where there is no interval. */
export const intervalWords = ({ low, high }: Coefficient): string | null =>
  low === null || high === null ? null : words.interval(figureWords(low), figureWords(high));

export const printFigure: DataTableProps['print'] = (cell, column) =>
  typeof cell === 'number' && column.kind === 'number' ? figureWords(cell) : printCell(cell, column);
