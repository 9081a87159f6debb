import { prodigyLosses } from '#shared/messages/en/formats/prodigy';
import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { toLoss, toRelationLoss } from '../losses.ts';
import { prodigyReader } from './read-prodigy.ts';
import { recheckProdigy } from './recheck-prodigy.ts';
import { writeProdigy } from './write-prodigy.ts';

export const prodigy: Format = {
  name: 'prodigy',
  units: ['codepoint'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeProdigy,
  listLosses: ({ article, annotations, relations }) => [
    ...annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss('gap-joined', each)),
    ...relations
      .filter(({ toArticle }) => toArticle !== article.uid)
      .map((relation) => toRelationLoss(relation, prodigyLosses.otherArticle)),
  ],
  recheck: recheckProdigy,
  reader: prodigyReader,
};
