import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DataTableProps } from './data-table-props.ts';
import { isNumeric, toNextSort, type SortBy } from './table-rows.ts';

type Props = Pick<DataTableProps, 'table' | 'groups' | 'unseen'> & { sort: SortBy; onSort(sort: SortBy): void };

/** The heads of a table's columns, each of which sorts; above them those of groups of columns, where there are any. */
export function DataHead({ table: { columns }, groups, unseen, sort, onSort }: Props) {
  const heads = groups?.flatMap((group) => group.heads);
  const starts = listStarts(groups);
  return (
    <thead className={groups && 'dt-grouped'}>
      {groups && (
        <tr>
          {groups.map(({ name, heads: own }, n) => {
            const seen = own.filter((_, at) => !unseen?.has(starts[n]! + at)).length;
            if (seen === 0) return null;
            return name === null ? (
              <td key={n} colSpan={seen} />
            ) : (
              <th key={n} scope="colgroup" colSpan={seen} className={n > 0 ? 'dt-group sep' : 'dt-group'}>
                {name}
              </th>
            );
          })}
        </tr>
      )}
      <tr>
        {columns.map((column, n) => {
          if (unseen?.has(n)) return null;
          const isSorted = sort?.column === n;
          const classes = [
            isNumeric(column) ? 'num' : '',
            isSorted ? 'is-sorted' : '',
            n > 0 && starts.includes(n) ? 'sep' : '',
          ];
          return (
            <th key={n} scope="col" className={classes.join(' ')} {...(isSorted && { 'aria-sort': sort.direction })}>
              <button
                type="button"
                className="dt-sort"
                {...(heads && { 'aria-label': column.title })}
                onClick={() => onSort(toNextSort(sort, n, isNumeric(column)))}
              >
                {heads?.[n] ?? column.title}
                {isSorted &&
                  (sort.direction === 'ascending' ? (
                    <ArrowUp className="i i-12" aria-hidden="true" />
                  ) : (
                    <ArrowDown className="i i-12" aria-hidden="true" />
                  ))}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The first column of each group. */
export function listStarts(groups: DataTableProps['groups']): number[] {
  let next = 0;
  return (groups ?? []).map(({ heads }) => {
    const start = next;
    next += heads.length;
    return start;
  });
}
