/** A number in a table, as its row and column from 0. */
export const toStop = (row: number, column: number) => `${row} ${column}`;

export const parseStop = (stop: string) => stop.split(' ').map(Number) as [row: number, column: number];

/** The number that `Tab` comes to: the one that was left, or the first where the table has it no more. */
export function keepStop(left: string, { rows, columns }: { rows: number; columns: number }): string {
  const [row, column] = parseStop(left);
  return row < rows && column < columns ? left : toStop(0, 0);
}
