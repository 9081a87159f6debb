import type { Column, Table } from './table.ts';

/** Tables of one shape as one, with what each is of in a column before; undefined where there is none. */
export function joinTables(parts: readonly { of: string; table: Table }[], column: Column): Table | undefined {
  const [first] = parts;
  return (
    first && {
      ...first.table,
      columns: [column, ...first.table.columns],
      rows: parts.flatMap(({ of, table }) => table.rows.map((row) => [of, ...row])),
    }
  );
}
