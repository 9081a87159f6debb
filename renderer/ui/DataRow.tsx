import type { ReactNode } from 'react';
import { tableMessages } from '#shared/messages/en/data-table';
import type { CellPlace, DataTableProps } from './data-table-props.ts';
import { listStarts } from './DataHead.tsx';
import { isNumeric } from './table-rows.ts';

type Props = DataTableProps & {
  row: number;
  /** The head of this row and those that follow. */
  above: ReactNode;
  /** Where it stands among those that are shown, while not all are in the page. */
  place: number | null;
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** A row of a table, with what is opened below it. */
export function DataRow({
  table,
  row,
  above,
  place,
  measure,
  chosen,
  expand,
  groups,
  unseen,
  opensRows = false,
  ...props
}: Props) {
  const below = expand?.(row) ?? null;
  const isOn = chosen?.row === row;
  const starts = listStarts(groups);
  return (
    <tbody ref={measure} {...(place !== null && { 'data-index': place })}>
      {above !== null && (
        <tr>
          <th scope="rowgroup" className="dt-above" colSpan={table.columns.length - (unseen?.size ?? 0)}>
            {above}
          </th>
        </tr>
      )}
      <tr className={isOn ? 'is-on' : ''} {...(place !== null && { 'aria-rowindex': place + (groups ? 3 : 2) })}>
        {table.columns.map(
          (_, column) =>
            !unseen?.has(column) && (
              <Cell
                key={column}
                table={table}
                {...props}
                place={{ row, column }}
                isOn={isOn && chosen?.column === column}
                isFirst={column > 0 && starts.includes(column)}
                {...(opensRows && { isOpen: isOn })}
              />
            ),
        )}
      </tr>
      {below !== null && (
        <tr>
          <td className="dt-below" colSpan={table.columns.length - (unseen?.size ?? 0)}>
            {below}
          </td>
        </tr>
      )}
    </tbody>
  );
}

type CellProps = Pick<DataTableProps, 'table' | 'print' | 'draw' | 'isPressable' | 'onCell' | 'nameOf'> & {
  place: CellPlace;
  isOn: boolean;
  /** Whether a group of columns begins with it. */
  isFirst: boolean;
  /** Whether what is below the row is open, where a press opens that. */
  isOpen?: boolean;
};

function Cell({ table, print, draw, isPressable, onCell, nameOf, place, isOn, isFirst, isOpen }: CellProps) {
  const column = table.columns[place.column]!;
  const cell = table.rows[place.row]![place.column]!;
  const read = print(cell, column);
  const drawn = draw?.(place) ?? (column.kind === 'theirs' ? <bdi>{read}</bdi> : read);
  const classes = [
    isNumeric(column) ? 'num' : column.kind === 'theirs' || column.kind === 'date' ? column.kind : '',
    cell === 0 ? 'zero' : '',
    isOn ? 'cell-on' : '',
    isFirst ? 'sep' : '',
  ];
  return (
    <td className={classes.filter((each) => each !== '').join(' ')}>
      {onCell && isPressable?.(place) ? (
        <button
          type="button"
          className="dt-cell"
          {...(isOpen === undefined ? { 'aria-pressed': isOn } : { 'aria-expanded': isOpen })}
          aria-label={nameOf?.(place) ?? (isNumeric(column) ? tableMessages.cell(column.title, read) : read)}
          onClick={() => onCell(place)}
        >
          {drawn}
        </button>
      ) : (
        drawn
      )}
    </td>
  );
}
