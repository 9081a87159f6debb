import type { Agreement, CoderWorkInput } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { listWork, toRowLabel, toWorkTable } from '#shared/tables/agreement';
import { printCell } from '#shared/tables/print-cell';
import { DataTable } from '../../../ui/DataTable.tsx';
import { toRowKey, type Behind } from './behind.ts';

/** What the columns count, from the third on. */
const COUNTED = [
  'annotations',
  'hand',
  'suggestion',
  'propagation',
  'import',
  'united',
  'severalSpans',
  'clashing',
] as const satisfies readonly CoderWorkInput['of'][];
const FIRST = 2;

type Props = { agreement: Agreement; behind: Behind | null; onBehind(behind: Behind): void };

/** What each coder made and how it began; every number opens the annotations that it counts. */
export function WorkTable({ agreement, behind, onBehind }: Props) {
  const table = toWorkTable(agreement);
  const made = listWork(agreement);
  const chosen =
    behind?.of === 'work'
      ? made.findIndex(({ row, work }) => work.coder === behind.coder && toRowKey({ row }) === toRowKey(behind))
      : -1;
  return (
    <DataTable
      table={table}
      print={printCell}
      chosen={
        chosen < 0 || behind?.of !== 'work'
          ? null
          : { row: chosen, column: table.columns.findIndex(({ title }) => title === behind.column) }
      }
      isPressable={({ row, column }) => column >= FIRST && Boolean(table.rows[row]![column])}
      nameOf={({ row, column }) =>
        `${words.workTitle(made[row]!.work.coder, toRowLabel(made[row]!.row))}, ${table.columns[column]!.title} ${printCell(
          table.rows[row]![column]!,
          table.columns[column]!,
        )}`
      }
      onCell={({ row, column }) =>
        onBehind({
          row: made[row]!.row,
          of: 'work',
          coder: made[row]!.work.coder,
          which: COUNTED[column - FIRST]!,
          column: table.columns[column]!.title,
        })
      }
    />
  );
}
