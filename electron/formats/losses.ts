import type { Annotation } from '#shared/domain/annotation';
import type { Loss, LossKind } from '#shared/domain/dataset';
import { lossMessages } from '#shared/messages/en/losses';
import type { Dataset, DatasetArticle, DatasetRelation, Format } from './format.ts';

type Said = { what: string; kept: string };

/** The words that an annotation is known by in a list. */
export const quoteOf = ({ spans }: Pick<Annotation, 'spans'>) => spans.map(({ quote }) => quote).join(' … ');

/** A loss of one annotation; what is said of it is the same for all of its kind unless a format says it better. */
export const toLoss = (
  kind: LossKind,
  annotation: Annotation,
  { part, ...said }: Partial<Said> & { part?: string } = {},
): Loss => ({
  kind,
  annotation: annotation.uid,
  ...(part !== undefined && { part }),
  quote: quoteOf(annotation),
  ...lossMessages[kind],
  ...said,
});

export const toRelationLoss = ({ uid, kind }: DatasetRelation, said: Partial<Said> = {}): Loss => ({
  kind: 'relation',
  annotation: uid,
  quote: kind,
  ...lossMessages.relation,
  ...said,
});

/** All that a format cannot carry of one article, annotation by annotation, in their order. */
export function listLosses(
  format: Format,
  item: DatasetArticle,
  dataset: Pick<Dataset, 'codebook' | 'options' | 'withText'>,
): Loss[] {
  const more = format.listLosses?.(item, dataset) ?? [];
  const { carries } = format;
  // what is left out altogether loses nothing else besides
  const gone = new Set(more.filter(({ kind }) => kind === 'overlap').map(({ annotation }) => annotation));
  return [
    ...listOfArticle(item, carries),
    ...item.annotations.filter(({ uid }) => !gone.has(uid)).flatMap((each) => listOfAnnotation(each, carries)),
    ...(carries.has('relation') ? [] : item.relations.map((relation) => toRelationLoss(relation))),
    ...more,
  ];
}

function listOfArticle({ article }: DatasetArticle, carries: Format['carries']): Loss[] {
  const lost = (['title', 'outlet', 'date'] as const).filter(
    (kind) => !carries.has(kind) && (article[kind] ?? '') !== '',
  );
  return lost.map((kind) => ({ kind, annotation: article.uid, quote: article.title, ...lossMessages[kind] }));
}

function listOfAnnotation(annotation: Annotation, carries: Format['carries']): Loss[] {
  const { entity, note, state, attributes, kept } = annotation;
  const isThere = {
    uid: true,
    entity: entity !== null,
    note: note !== '',
    annotator: true,
    state: state !== 'unchecked',
  };
  return [
    ...(['uid', 'entity', 'note', 'state', 'annotator'] as const)
      .filter((kind) => isThere[kind] && !carries.has(kind))
      .map((kind) => toLoss(kind, annotation)),
    ...(carries.has('attribute')
      ? []
      : Object.keys(attributes).map((part) => toLoss('attribute', annotation, { part }))),
    ...(carries.has('kept') || Object.keys(kept).length === 0 ? [] : [toLoss('kept', annotation)]),
  ];
}
