/** What is said of a table beside a format's own files. */
export const sideFileMessages = {
  /** Rows count from 1, below the head. */
  row: (file: string, n: number) => `${file}, row ${n}`,
  noTable: 'A quotation mark stands where none may.',
} as const;
