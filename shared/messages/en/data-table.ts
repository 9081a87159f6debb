import { numberWords } from './ui.ts';

const rowsWords = (n: number) => `${numberWords(n)} ${n === 1 ? 'row' : 'rows'}`;

/** Words of every table of figures. */
export const tableMessages = {
  filter: (title: string) => `Find in ${title}`,
  filterHint: 'Find in this table',
  found: (n: number, all: number) => `${numberWords(n)} of ${rowsWords(all)}`,
  copy: 'Copy table',
  copyOf: (title: string) => `Copy table: ${title}`,
  copied: (n: number) => `${rowsWords(n)} copied.`,
  scrolls: (title: string) => `${title}: scrolls sideways`,
  none: 'No row.',
  notFound: 'No row holds this.',
  cell: (column: string, value: string) => `${column}: ${value}`,
} as const;

/** Words of every picture. */
export const pictureMessages = {
  saveSvg: 'Save picture (SVG)',
  savePng: 'Save picture (PNG)',
  showTable: 'Show table',
  hideTable: 'Hide table',
} as const;
