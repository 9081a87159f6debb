import type { Loss } from '#shared/domain/dataset';
import { casLosses } from '#shared/messages/en/formats/cas';
import type { DatasetArticle } from '../format.ts';
import { toLoss } from '../losses.ts';
import { listLostRelations } from '../side-files/write-side-files.ts';

/** What a CAS cannot carry of one article: gaps, but for a feature that only Galley reads, and relations to other articles. */
export const listCasLosses = (item: DatasetArticle): Loss[] => [
  ...item.annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss('changed', each, casLosses.gap)),
  ...listLostRelations(item, () => true),
];
