import type { Loss } from '#shared/domain/dataset';
import { qdpxLosses } from '#shared/messages/en/formats/qdpx';
import { xmlLosses } from '#shared/messages/en/formats/xml';
import type { DatasetArticle } from '../format.ts';
import { toLoss } from '../losses.ts';
import { isForbiddenIn } from '../xml/escape-xml.ts';

/** What a project cannot carry of one article: gaps, but for a line that only Galley reads, and signs that XML has no way to write. */
export const listQdpxLosses = ({ article, annotations }: DatasetArticle): Loss[] => [
  ...(['title', 'outlet'] as const)
    .filter((part) => isForbiddenIn(article[part]))
    .map((part) => ({
      kind: 'changed' as const,
      annotation: article.uid,
      part,
      quote: article.title,
      ...xmlLosses.signs,
    })),
  ...annotations.flatMap((annotation) => [
    ...(annotation.spans.length > 1 ? [toLoss('changed', annotation, qdpxLosses.gap)] : []),
    ...(['note', 'annotator'] as const)
      .filter((part) => isForbiddenIn(annotation[part]))
      .map((part) => toLoss('changed', annotation, { part, ...xmlLosses.signs })),
  ]),
];
