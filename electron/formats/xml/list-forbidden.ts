import type { Loss } from '#shared/domain/dataset';
import { xmlLosses } from '#shared/messages/en/formats/xml';
import type { DatasetArticle } from '../format.ts';
import { toLoss, toRelationLoss } from '../losses.ts';
import { isForbiddenIn } from './escape-xml.ts';

/** All that holds characters that XML 1.0 cannot write: `part` is a field or an attribute. */
export function listForbidden({ article, annotations, relations }: DatasetArticle): Loss[] {
  const ofArticle = (['text', 'title', 'outlet'] as const).filter((part) => isForbiddenIn(article[part]));
  return [
    ...ofArticle.map((part) => ({
      kind: 'changed' as const,
      annotation: article.uid,
      part,
      quote: article.title,
      ...xmlLosses.signs,
    })),
    ...annotations.flatMap((annotation) =>
      [
        ...(['note', 'entity', 'annotator', 'kept'] as const).map((part) => [part, annotation[part]] as const),
        ...Object.entries(annotation.attributes),
      ]
        .filter(([, value]) => isForbiddenIn(value))
        .map(([part]) => toLoss('changed', annotation, { part, ...xmlLosses.signs })),
    ),
    ...relations
      .filter(({ note, annotator }) => isForbiddenIn(note) || isForbiddenIn(annotator))
      .map((relation) => ({ ...toRelationLoss(relation, xmlLosses.signs), kind: 'changed' as const, part: 'note' })),
  ];
}
