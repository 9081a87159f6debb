import type { Annotation } from '#shared/domain/annotation';
import type { Difference } from '#shared/domain/interchange';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import { quoteOf } from '../../formats/losses.ts';
import type { ArticleOfDocument } from './match-documents.ts';
import type { ComparedAnnotation, ComparedDocument, ComparedRelation, ComparedRelations } from './compared.ts';

const toPlace = (spans: readonly { start: number; end: number }[]) => ({
  start: spans[0]?.start ?? null,
  end: spans.at(-1)?.end ?? null,
});

const toArticle = ({ isHere, uid, title }: ArticleOfDocument) => ({ article: isHere ? uid : null, title });

/** The differences of one document, in the order of the file; what is deleted comes behind. `importer`: by name. */
export function listDifferences(
  { placed, article, annotations, deleted, relations }: ComparedDocument,
  importer: string,
): Difference[] {
  const { file } = placed.document;
  const at = { article, file, importer };
  return [
    ...annotations.flatMap((each) => (each.status === 'same' ? [] : [toDifference(each, at)])),
    ...deleted.map((each) => toDeleted(each, at)),
    ...listRelationDifferences(relations, importer),
  ];
}

type At = { article: ArticleOfDocument; file: string; importer: string };

function toDifference(compared: ComparedAnnotation, { article, file, importer }: At): Difference {
  const { key, status, here, label, spans, annotator, changes, found } = compared;
  const whose = here?.annotator ?? annotator;
  return {
    key,
    kind: status as 'new' | 'changed',
    of: 'annotation',
    annotation: here?.uid ?? null,
    ...toArticle(article),
    label,
    quote: quoteOf({ spans }),
    ...toPlace(spans),
    annotator: whose,
    isOwn: whose === importer,
    changes: changes.parts,
    place: words.placeIn(file, found.place),
  };
}

const toDeleted = (here: Annotation, { article, file, importer }: At): Difference => ({
  key: here.uid,
  kind: 'deleted',
  of: 'annotation',
  annotation: here.uid,
  ...toArticle(article),
  label: here.label,
  quote: quoteOf(here),
  ...toPlace(here.spans),
  annotator: here.annotator,
  isOwn: here.annotator === importer,
  changes: [],
  place: words.placeIn(file, ''),
});

/** A relation is known by the words of its two ends. */
export const listRelationDifferences = ({ relations, deleted }: ComparedRelations, importer: string): Difference[] => [
  ...relations.flatMap((each) => (each.status === 'same' ? [] : [toRelationDifference(each, importer)])),
  ...deleted.map(({ relation, from, to, article }): Difference => ({
    ...blank,
    key: relation.uid,
    kind: 'deleted',
    ...toArticle(article),
    label: relation.kind,
    quote: `${from.quote} → ${to.quote}`,
    annotator: relation.annotator,
    isOwn: relation.annotator === importer,
  })),
];

const blank: Pick<Difference, 'of' | 'annotation' | 'start' | 'end' | 'changes' | 'place'> = {
  of: 'relation',
  annotation: null,
  start: null,
  end: null,
  changes: [],
  place: '',
};

function toRelationDifference(compared: ComparedRelation, importer: string): Difference {
  const { key, status, here, kind, from, to, annotator, changes, found, article, file } = compared;
  const whose = here?.annotator ?? annotator;
  return {
    ...blank,
    key,
    kind: status as 'new' | 'changed',
    ...toArticle(article),
    label: kind,
    quote: `${from.quote} → ${to.quote}`,
    annotator: whose,
    isOwn: whose === importer,
    changes,
    place: words.placeIn(file, found.place),
  };
}
