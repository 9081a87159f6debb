import { doccanoLosses } from '#shared/messages/en/formats/doccano';
import { lossMessages } from '#shared/messages/en/losses';
import type { Format } from '../format.ts';
import { toLoss, toRelationLoss } from '../losses.ts';
import { doccanoReader } from './read-doccano.ts';
import { recheckDoccano } from './recheck-doccano.ts';
import { writeDoccano } from './write-doccano.ts';

export const doccano: Format = {
  name: 'doccano',
  units: ['utf16', 'codepoint', 'grapheme'],
  needsText: true,
  carries: new Set(['relation', 'uid', 'title', 'outlet', 'date']),
  write: writeDoccano,
  listLosses: ({ article, annotations, relations }) => [
    ...annotations.filter(({ spans }) => spans.length > 1).map((each) => toLoss('gap-joined', each)),
    ...relations.flatMap((relation) =>
      relation.toArticle !== article.uid
        ? [toRelationLoss(relation, doccanoLosses.otherArticle)]
        : relation.note === ''
          ? []
          : [{ ...toRelationLoss(relation, lossMessages.note), kind: 'note' as const }],
    ),
  ],
  recheck: recheckDoccano,
  reader: doccanoReader,
};
