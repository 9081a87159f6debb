import type { FormatName } from '#shared/domain/dataset';
import { csvMessages } from '#shared/messages/en/formats/csv';
import { IN_CELLS } from '../carried.ts';
import type { DatasetArticle, Format } from '../format.ts';
import { toLoss } from '../losses.ts';
import { createTableReader } from './read-tables.ts';
import { recheckCsv } from './recheck-csv.ts';
import { writeCsv } from './write-csv.ts';

/** A table keeps an annotation in one row: the words between its parts stand in the quote too, the parts in columns. */
const listLosses = ({ annotations }: DatasetArticle) =>
  annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss('changed', each, csvMessages.gapInOneRow));

const tables = (name: Extract<FormatName, 'csv' | 'tsv'>, delimiter: string): Format => ({
  name,
  units: ['codepoint'],
  needsText: false,
  carries: IN_CELLS,
  write: (dataset) => writeCsv(dataset, { delimiter, ending: name }),
  listLosses,
  recheck: (files, _, breathe) => recheckCsv(files, { delimiter, ending: name }, breathe),
  reader: createTableReader(name),
});

export const csv = tables('csv', ',');
/** The same with tabs between the cells. */
export const tsv = tables('tsv', '\t');
