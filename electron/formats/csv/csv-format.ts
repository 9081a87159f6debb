import type { Loss } from '#shared/domain/dataset';
import { lossMessages } from '#shared/messages/en/dataset';
import type { DatasetArticle, Format } from '../format.ts';
import { recheckCsv } from './recheck-csv.ts';
import { writeCsv } from './write-csv.ts';

/** A table keeps an annotation in one row: the words between its parts stand in the quote too, the parts in columns. */
const listLosses = ({ annotations }: DatasetArticle): Loss[] =>
  annotations
    .filter(({ spans }) => spans.length > 1)
    .map(({ uid, spans }) => ({
      annotation: uid,
      quote: spans.map(({ quote }) => quote).join(' … '),
      ...lossMessages.gapInOneRow,
    }));

export const csv: Format = {
  name: 'csv',
  unit: 'Unicode code points and UTF-16 code units, half-open',
  write: writeCsv,
  listLosses,
  recheck: recheckCsv,
};
