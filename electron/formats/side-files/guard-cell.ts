/** As a cell of a table that no spreadsheet takes for a formula; taking one apostrophe away gives the original back. */
export const guardCell = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

export const unguardCell = (cell: string) => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);
