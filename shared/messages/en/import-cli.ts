/** What `galley import` says besides what every command does. */
export const importCliMessages = {
  options: {
    outlet: 'the outlet of articles that name none',
    format: 'what the files are: texts, or tables of articles',
    split: 'cut pages of text into articles',
    map: 'which column of a table is what: text, title, outlet, date, byline, language, address (date=COLUMN:dmy says the order of its dates)',
    encoding: 'how the files are written (else byte order mark, else UTF-8)',
    stray:
      'bytes that the encoding cannot read (a text is refused, of a table they are marked, unless this says otherwise)',
    dryRun: 'say what would become which article; store nothing',
  },
  notAnnotations: (file: string) =>
    `“${file}” is a file of annotations by its name, but of no format that Galley knows by what is in it; nothing of it was imported. Say what it is with --format (text, if it is an article after all).`,
  badMapping: (part: string, fields: string) =>
    `error: “${part}” should be FIELD=COLUMN, with one of these fields: ${fields}`,
  table: (file: string, format: string, rows: number) =>
    `${file}: a table (${format}) of ${rows} row${rows === 1 ? '' : 's'}, read as`,
  mapped: (field: string, column: string) => `  ${field} = ${column}`,
  kept: (columns: string[]) => `  kept as metadata: ${columns.join(', ')}`,
  dates: (order: string | null, first: string, last: string) => {
    const orders: Record<string, string> = { dmy: 'day/month/year', mdy: 'month/day/year', ymd: 'year/month/day' };
    const how = order === null ? '' : ` as ${orders[order]}`;
    return first === last ? `  dates read${how}: ${first}` : `  dates read${how}: ${first} to ${last}`;
  },
  datesOpen: (example: string | null) =>
    `  dates such as ${example} could be month/day or day/month, so they are kept as written and count as unknown; say which: --map date=COLUMN:mdy or :dmy`,
  datesUnread: (n: number) => `  ${n} date${n === 1 ? '' : 's'} could not be read; kept as written`,
  markedRow: ({ row, strayBytes, replaced }: { row: number; strayBytes: number[]; replaced: number }) =>
    `  row ${row}: ${[strayBytes.length > 0 && `at ${strayBytes.join(', ')}`, replaced > 0 && `${replaced} NUL or half characters`].filter(Boolean).join('; ')}`,
  more: (n: number) => `… and ${n} more article${n === 1 ? '' : 's'}`,
} as const;
