import { labelStudioLosses } from '#shared/messages/en/formats/label-studio';
import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { toLoss, toRelationLoss } from '../losses.ts';
import { labelStudioReader } from './read-label-studio.ts';
import { recheckLabelStudio } from './recheck-label-studio.ts';
import { writeLabelStudio } from './write-label-studio.ts';

export const labelStudio: Format = {
  name: 'label-studio',
  units: ['codepoint', 'utf16'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeLabelStudio,
  listLosses: ({ article, annotations, relations }) => [
    ...annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss('gap-joined', each)),
    ...relations
      .filter(({ toArticle }) => toArticle !== article.uid)
      .map((relation) => toRelationLoss(relation, labelStudioLosses.otherArticle)),
  ],
  recheck: recheckLabelStudio,
  reader: labelStudioReader,
};
