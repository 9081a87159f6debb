/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. So that the original can be had back by
 * taking one away, cells that look as if they had been guarded get one more.
 */
export const guardFormula = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

const APOSTROPHE = 0x27;

/** What stood in a cell before it was guarded. */
export const unguardFormula = (cell: string) =>
  cell.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;

/** One row (RFC 4180), guarded. Many readers end a row at a bare return too, so that such a cell is quoted as well. */
export function formatRow(cells: readonly (string | number)[], delimiter: string): string {
  const isOdd = delimiter === '\t' ? /["\n\r\t]/u : /["\n\r,]/u;
  const formatted = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const guarded = guardFormula(cell);
    return isOdd.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  });
  return `${formatted.join(delimiter)}\n`;
}
