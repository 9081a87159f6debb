import type { Loss } from '#shared/domain/dataset';
import { xlsxMessages } from '#shared/messages/en/formats/xlsx';
import { IN_CELLS } from '../carried.ts';
import type { Dataset, DatasetArticle, Format } from '../format.ts';
import { quoteOf, toLoss } from '../losses.ts';
import { MOST_IN_CELL } from './cells.ts';
import { recheckXlsx } from './recheck-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

function listLosses({ article, annotations }: DatasetArticle, { withText }: Pick<Dataset, 'withText'>): Loss[] {
  return [
    ...(withText
      ? [{ kind: 'text' as const, annotation: article.uid, quote: article.title, ...xlsxMessages.text }]
      : []),
    ...annotations.flatMap((annotation) => [
      ...(annotation.spans.length > 1 ? [toLoss('gap-joined', annotation, xlsxMessages.gapInOneRow)] : []),
      ...(quoteOf(annotation).length > MOST_IN_CELL ? [toLoss('changed', annotation, xlsxMessages.long)] : []),
    ]),
  ];
}

/** A workbook to look at; it is not read back. */
export const xlsx: Format = {
  name: 'xlsx',
  units: ['codepoint'],
  needsText: false,
  carries: IN_CELLS,
  archive: 'dataset.xlsx',
  write: writeXlsx,
  listLosses,
  recheck: recheckXlsx,
};
