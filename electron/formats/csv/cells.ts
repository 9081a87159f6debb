/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. So that the original can be had back by
 * taking one away, cells that look as if they had been guarded get one more.
 */
export const guardFormula = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

const APOSTROPHE = 0x27;
/** No sign that a formula begins with, nor the apostrophe, stands behind this one. */
const AT_SIGN = 0x40;

/** What stood in a cell before it was guarded. */
export const unguardFormula = (cell: string) =>
  cell.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;

/** `formatted`: cells that `formatCells` made, which are the same in many rows. */
export type Cell = string | number | { formatted: string };

/** Cells of one row (RFC 4180), guarded. Many readers end a row at a bare return too, so that such a cell is quoted as well. */
export function formatCells(cells: readonly Cell[], delimiter: string): string {
  const isOdd = delimiter === '\t' ? /["\n\r\t]/u : /["\n\r,]/u;
  const formatted = cells.map((cell) => {
    if (typeof cell === 'number' || cell === '') return cell;
    if (typeof cell === 'object') return cell.formatted;
    const guarded = cell.charCodeAt(0) > AT_SIGN ? cell : guardFormula(cell);
    return isOdd.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  });
  return formatted.join(delimiter);
}
