import type { Annotation } from '#shared/domain/annotation';
import { bySpan, type Span } from '#shared/domain/span';
import type { Loss } from '#shared/domain/dataset';
import { tokenLosses } from '#shared/messages/en/formats/tokens';
import type { DatasetArticle } from '../format.ts';
import { toLoss } from '../losses.ts';
import { listLostRelations } from '../side-files/write-side-files.ts';
import { isMoved, trimBlanks } from './blanks.ts';

/** An annotation from its first word to its last. */
export type FlatTag = Span & { annotation: Annotation };

/** Annotations as a column of tags can have them: in order, none over another; `left` stands over one that is kept, or on blanks alone. */
export function chooseFlatTags({ article, annotations }: DatasetArticle): { tags: FlatTag[]; left: Annotation[] } {
  const left: Annotation[] = [];
  const candidates = annotations.flatMap((annotation): FlatTag[] => {
    const span = trimBlanks(article.text, hullOf(annotation));
    if (!span) left.push(annotation);
    return span ? [{ ...span, annotation }] : [];
  });
  const tags: FlatTag[] = [];
  for (const tag of candidates.sort(bySpan)) {
    if (tag.start < (tags.at(-1)?.end ?? 0)) left.push(tag.annotation);
    else tags.push(tag);
  }
  return { tags, left };
}

const hullOf = ({ spans }: Annotation): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });

/** What a column of tags cannot carry of one article: what overlaps, has gaps or begins or ends with a blank. */
export function listFlatLosses(item: DatasetArticle): Loss[] {
  const { tags, left } = chooseFlatTags(item);
  const { text } = item.article;
  const written = new Set(tags.map(({ annotation }) => annotation.uid as string));
  return [
    ...left.map((each) =>
      trimBlanks(text, hullOf(each)) ? toLoss('overlap', each) : toLoss('overlap', each, tokenLosses.blank),
    ),
    ...tags.flatMap(({ annotation }) => [
      ...(annotation.spans.length > 1 ? [toLoss('gap-joined', annotation)] : []),
      ...(isMoved(text, hullOf(annotation)) ? [toLoss('moved', annotation, tokenLosses.trimmed)] : []),
    ]),
    ...listLostRelations(item, (uid) => written.has(uid)),
  ];
}
