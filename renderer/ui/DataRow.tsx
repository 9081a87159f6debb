import { tableMessages } from '#shared/messages/en/data-table';
import type { CellPlace, DataTableProps } from './data-table-props.ts';
import { isNumeric } from './table-rows.ts';

type Props = DataTableProps & {
  row: number;
  /** Where it stands among those that are shown, while not all are in the page. */
  place: number | null;
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** A row of a table, with what is opened below it. */
export function DataRow({ table, row, place, measure, chosen, expand, ...props }: Props) {
  const below = expand?.(row) ?? null;
  const isOn = chosen?.row === row;
  return (
    <tbody ref={measure} {...(place !== null && { 'data-index': place })}>
      <tr className={isOn ? 'is-on' : ''} {...(place !== null && { 'aria-rowindex': place + 2 })}>
        {table.columns.map((_, column) => (
          <Cell
            key={column}
            table={table}
            {...props}
            place={{ row, column }}
            isOn={isOn && chosen?.column === column}
          />
        ))}
      </tr>
      {below !== null && (
        <tr>
          <td className="dt-below" colSpan={table.columns.length}>
            {below}
          </td>
        </tr>
      )}
    </tbody>
  );
}

type CellProps = Pick<DataTableProps, 'table' | 'print' | 'draw' | 'isPressable' | 'onCell'> & {
  place: CellPlace;
  isOn: boolean;
};

function Cell({ table, print, draw, isPressable, onCell, place, isOn }: CellProps) {
  const column = table.columns[place.column]!;
  const cell = table.rows[place.row]![place.column]!;
  const read = print(cell, column);
  const drawn = draw?.(place) ?? (column.kind === 'theirs' ? <bdi>{read}</bdi> : read);
  const classes = [
    isNumeric(column) ? 'num' : column.kind === 'theirs' ? 'theirs' : '',
    cell === 0 ? 'zero' : '',
    isOn ? 'cell-on' : '',
  ];
  return (
    <td className={classes.filter((each) => each !== '').join(' ')}>
      {onCell && isPressable?.(place) ? (
        <button
          type="button"
          className="dt-cell"
          aria-pressed={isOn}
          aria-label={isNumeric(column) ? tableMessages.cell(column.title, read) : read}
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
