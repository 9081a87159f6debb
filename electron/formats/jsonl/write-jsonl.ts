import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues, SpanValue } from '#shared/domain/attribute';
import { formatCodebookFile } from '#shared/domain/codebook-file';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { ArticleDetails, Chunk, Dataset, DatasetArticle, DatasetRelation } from '../format.ts';
import { formatJsonLine } from '../json-line.ts';
import type { AnnotationRecord, ArticleRecord } from './records.ts';
import { toEntityRecord, toEventCardRecord } from './write-things.ts';

/** All of a dataset: one object a line and article, with the codebook, the entities and the event cards beside it. */
export function* writeJsonl(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.jsonl', text: '' };
  yield* writeLines('articles.jsonl', dataset.articles(), (item) => toRecord(item, dataset.withText));
  yield { file: 'codebook.json', text: formatCodebookFile(dataset.codebook) };
  yield* writeLines('entities.jsonl', dataset.entities(), toEntityRecord);
  yield* writeLines('event-cards.jsonl', dataset.clusters(), toEventCardRecord);
}

function* writeLines<T>(file: string, items: Iterable<T>, toLine: (item: T) => object): Generator<Chunk> {
  // a line at once: to put strings together first costs more than to write each
  for (const item of items) yield { file, text: formatJsonLine(toLine(item)) };
}

/** Unit: Unicode code points, half-open. */
function toRecord(item: DatasetArticle, withText: boolean): ArticleRecord {
  const { uid, text, outlet, title, date, language, address, byline, sha256 } = item.article;
  const mapOf = createOffsetMaps(item);
  const { toCodePoint } = mapOf(uid);
  const toValues = (values: AttributeValues) =>
    mapSpans(values, ({ article, start, end, quote }: SpanValue) => ({
      article,
      start: mapOf(article).toCodePoint(start),
      end: mapOf(article).toCodePoint(end),
      quote,
    })) as Record<string, unknown>;
  return {
    galley: 1,
    unit: 'codepoint',
    id: uid,
    ...(withText && { text }),
    outlet,
    title,
    date,
    language,
    address,
    byline,
    ...(item.details && toDetails(item.details(), toCodePoint)),
    sha256,
    annotations: item.annotations.map((annotation) => toAnnotation(annotation, toCodePoint, toValues)),
    relations: item.relations.map(toRelation),
  };
}

const toDetails = ({ dateWritten, meta, blocks }: ArticleDetails, toCodePoint: (utf16: number) => number) => ({
  date_written: dateWritten,
  meta: meta.map(({ key, value, foundBy }) => ({ key, value, found_by: foundBy })),
  blocks: blocks.map(({ kind, start, end, repeatOf, foundBy }) => ({
    kind,
    start: toCodePoint(start),
    end: toCodePoint(end),
    repeat_of: repeatOf,
    found_by: foundBy,
  })),
});

const toAnnotation = (
  { uid, label, spans, entity, entityUid, entityLink, attributes, kept, ...annotation }: Annotation,
  toCodePoint: (utf16: number) => number,
  toValues: (values: AttributeValues) => Record<string, unknown>,
): AnnotationRecord => ({
  id: uid,
  label,
  spans: spans.map(({ start, end, quote }) => ({ start: toCodePoint(start), end: toCodePoint(end), quote })),
  entity,
  entity_uid: entityUid,
  entity_link: entityLink,
  attributes: toValues(attributes),
  ...(Object.keys(kept).length > 0 && { kept: toValues(kept) }),
  annotator: annotation.annotator,
  state: annotation.state,
  note: annotation.note,
  layer: annotation.layer,
  origin: annotation.origin,
  revises: annotation.revises,
});

const toRelation = ({ uid, isSymmetric, toArticle, kind, from, to, note, annotator, state }: DatasetRelation) => ({
  id: uid,
  kind,
  symmetric: isSymmetric,
  from,
  to,
  to_article: toArticle,
  note,
  annotator,
  state,
});
