import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { GammaRow } from '#shared/domain/agreement';
import { agreementWords as names } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { findGamma, listFigures, toRowLabel } from '#shared/tables/agreement';
import type { Table } from '#shared/tables/table';
import { queries } from '../../../api/queries.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { CellPlace } from '../../../ui/data-table-props.ts';
import { toRowKey, type Behind, type Rowed } from './behind.ts';
import { Figure } from './Figure.tsx';
import { figureWords, intervalWords, printFigure } from './figure-words.ts';
import { RowLabel } from './RowLabel.tsx';

type Props = {
  table: Table;
  /** What each row of the table is of. */
  rows: readonly Rowed[];
  gammas?: readonly GammaRow[];
  /** Columns that say nothing here, by their titles. */
  unseen: readonly string[];
  behind: Behind | null;
  heading?(row: number): ReactNode;
  onBehind(behind: Behind): void;
};

/** Figures with their intervals; each opens what stands behind it, and its number of articles opens these. */
export function FigureTable({ table, rows, gammas = [], unseen, behind, heading, onBehind }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const titleAt = (column: number) => table.columns[column]!.title;
  const figureAt = ({ row, column }: CellPlace) => {
    const of = rows[row]!.row;
    return listFigures(of, findGamma(gammas, of)).find(({ name }) => name === titleAt(column))?.figure;
  };
  const chosen = behind ? rows.findIndex((each) => toRowKey(each) === toRowKey(behind)) : -1;
  const open = (place: CellPlace) => {
    const column = titleAt(place.column);
    if (column === names.columns.articles) onBehind({ ...rows[place.row]!, of: 'articles', which: 'articles', column });
    else onBehind({ ...rows[place.row]!, of: 'matches', column });
  };
  return (
    <DataTable
      table={table}
      print={printFigure}
      unseen={new Set(table.columns.flatMap(({ title }, n) => (unseen.includes(title) ? [n] : [])))}
      {...(heading && { heading })}
      chosen={
        chosen < 0 ? null : { row: chosen, column: table.columns.findIndex(({ title }) => title === behind!.column) }
      }
      isPressable={(place) => {
        const figure = figureAt(place);
        if (figure) return figure.value !== null;
        return titleAt(place.column) === names.columns.articles && rows[place.row]!.row.articles > 0;
      }}
      onCell={open}
      nameOf={(place) => {
        const { row } = rows[place.row]!;
        const of = `${toRowLabel(row)}, ${row.coders.join(', ')}`;
        const figure = figureAt(place);
        if (!figure) return words.articlesOf(of, row.articles);
        return words.figure(of, titleAt(place.column), figureWords(figure.value!), intervalWords(figure));
      }}
      draw={(place) => {
        const title = titleAt(place.column);
        const at = rows[place.row]!;
        if (title === names.columns.label)
          return (
            <RowLabel
              row={at.row}
              labels={labels}
              onUnfinished={() => onBehind({ ...at, of: 'articles', which: 'unfinished', column: title })}
            />
          );
        if (title === names.columns.coders && heading) return <Coders names={at.row.coders} />;
        const figure = figureAt(place);
        return figure && <Figure name={title} figure={figure} isDrawn={title === names.columns.uAlpha} />;
      }}
    />
  );
}

/** Whose row it is, in short: the heading above names them, where the rows are in their own order. */
const Coders = ({ names: coders }: { names: readonly string[] }) => (
  <span className="ra-coders" title={coders.join(', ')}>
    {coders.map((name) => (
      <Avatar key={name} name={name} isSmall />
    ))}
    <span className="vh">{coders.join(', ')}</span>
  </span>
);
