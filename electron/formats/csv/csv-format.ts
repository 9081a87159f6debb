import type { Loss } from '#shared/domain/dataset';
import { lossMessages } from '#shared/messages/en/dataset';
import type { DatasetArticle, Format } from '../format.ts';
import { recheckCsv } from './recheck-csv.ts';
import { writeCsv } from './write-csv.ts';

type Annotation = DatasetArticle['annotations'][number];

/**
 * A table keeps an annotation in one row: the words between its parts stand in the quote too, the parts in columns; and values
 * that stand for another label's attributes have no column.
 */
const listLosses = ({ annotations }: DatasetArticle): Loss[] => [
  ...annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss(each, lossMessages.gapInOneRow)),
  ...annotations
    .filter(({ kept }) => Object.keys(kept).length > 0)
    .map((each) => toLoss(each, lossMessages.earlierValues)),
];

const toLoss = ({ uid, spans }: Annotation, loss: Pick<Loss, 'what' | 'kept'>): Loss => ({
  annotation: uid,
  quote: spans.map(({ quote }) => quote).join(' … '),
  ...loss,
});

export const csv: Format = {
  name: 'csv',
  unit: 'Unicode code points and UTF-16 code units, half-open',
  write: writeCsv,
  listLosses,
  recheck: recheckCsv,
};
