import type { ArticleField, DateOrder } from '../../domain/import-table.ts';
import { numberWords } from './ui.ts';

const rows = (n: number) => `${numberWords(n)} row${n === 1 ? '' : 's'}`;
const field: Record<ArticleField, string> = {
  text: 'Text',
  title: 'Title',
  outlet: 'Outlet',
  date: 'Date',
  byline: 'Byline',
  language: 'Language',
  address: 'Address',
};
const order: Record<DateOrder, string> = { mdy: 'month/day/year', dmy: 'day/month/year', ymd: 'year/month/day' };
const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** Words of Import articles for a table of articles. */
export const tableMessages = {
  head: (n: number) => `Table of ${rows(n)}`,
  format: (format: string, delimiter: string | null) =>
    delimiter === null
      ? format.toUpperCase()
      : `${format.toUpperCase()}, parted by ${delimiters[delimiter] ?? delimiter}`,
  firstRows: (file: string) => `First rows of ${file}`,
  row: 'Row',
  columnIs: (name: string) => `What the column “${name}” is`,
  field,
  kept: 'kept as metadata',
  asText: 'Take it as one text',
  asTable: 'Read it as a table again',
  details: 'What comes of it',

  fresh: (n: number) => `${numberWords(n)} new article${n === 1 ? '' : 's'}`,
  there: (n: number) => `${numberWords(n)} already there`,
  sameText: (n: number) => `${rows(n)} with a text that stands elsewhere too, word for word`,
  empty: (n: number) => `${rows(n)} without a text, left out`,
  refused: (n: number) => `${rows(n)} cannot be taken`,
  problem: (row: number, reason: string) => `Row ${numberWords(row)}: ${reason}.`,
  more: (n: number) => `… and ${numberWords(n)} more`,

  dates: 'Dates',
  dateOrder: 'Order of the dates',
  order,
  orderOpen: 'not told by the rows',
  datesOpen: (example: string | null) =>
    `${example ?? ''} could be either. Until you say which, such dates are kept as written and count as unknown.`,
  dateRange: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  datesUnread: (n: number) => `${numberWords(n)} could not be read and are kept as written.`,
  noDates: 'No column says when.',

  outlets: (n: number) => `${numberWords(n)} outlet${n === 1 ? '' : 's'}`,
  noOutlet: 'no outlet',
  outletForRest: 'Outlet of rows that name none',
  metadata: 'Kept as metadata',
  stray: (n: number, encoding: string) =>
    `${numberWords(n)} byte${n === 1 ? '' : 's'} of this file cannot be read as ${encoding}; each is shown as �. The bytes are kept as they are.`,
  strayList: 'Bytes that cannot be read',
  strayAt: (byte: number, row: number, column: string) =>
    `byte ${numberWords(byte)}, row ${numberWords(row)}, ${column}`,
  whichText: 'Which column is the text of the articles?',
  chooseColumn: 'choose…',
} as const;
