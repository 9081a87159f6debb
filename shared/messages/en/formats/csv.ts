/** What a table of annotations does not keep, and what is said of a row that cannot be read. */
export const csvMessages = {
  gapInOneRow: {
    what: 'an annotation of several parts',
    kept: 'the quote runs from its first part to its last; the parts stand in their own columns',
  },
  row: (n: number) => `row ${n}`,
  noLabel: 'The row has no label.',
  noPlace: 'The row has neither offsets nor a quote.',
  cells: (found: number, expected: number) =>
    `The row has ${found} ${found === 1 ? 'cell' : 'cells'} where the columns are ${expected}.`,
  badQuotes: 'Something stands behind a closing quotation mark.',
  openQuote: 'A quotation mark that is opened here is never closed, or the row is longer than 32 million characters.',
  badOffset: (column: string, cell: string) => `“${column}” is “${cell}”, which is no offset.`,
  badAttributes: 'The attributes are not JSON.',
};
