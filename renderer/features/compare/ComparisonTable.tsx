import { printCell } from '#shared/tables/print-cell';
import type { DataTableProps } from '../../ui/data-table-props.ts';
import { DataTable } from '../../ui/DataTable.tsx';

/** A table of a comparison, as people read its cells. */
export const ComparisonTable = (props: Omit<DataTableProps, 'print'>) => <DataTable {...props} print={printCell} />;
