import { numberWords } from './ui.ts';

/** Words of `galley compare`. */
export const compareCommandWords = {
  a: 'one side: an outlet’s name, or outlet=FNA from=2019-01 search="…", or filter=NAME of a saved one',
  b: 'the other side, written in the same way',
  checkedOnly: 'count only annotations that somebody has checked',
  report: 'write the report, one HTML file, where there is none',
  csv: 'write every table as CSV into a new or empty folder',
  pictures: 'write every picture as SVG into a new or empty folder',
  rows: 'how many rows of each table are printed',
  written: (path: string) => `Written: ${path}`,
  more: (n: number) => `${numberWords(n)} more rows; --rows, --csv or --json give them.`,
} as const;
