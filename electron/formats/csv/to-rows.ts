import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues, SpanValue } from '#shared/domain/attribute';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { DatasetArticle, DatasetEntity, DatasetRelation } from '../format.ts';
import { formatCells, type Cell } from './cells.ts';

/** Stands between the words of two parts where a text goes along by its hash only; readers take it as such. */
export const BETWEEN_PARTS = ' … ';

/** The columns of each table. */
export const columns = {
  annotations: [
    'annotation',
    'article',
    'outlet',
    'title',
    'date',
    'label',
    'quote',
    'start_codepoint',
    'end_codepoint',
    'start_utf16',
    'end_utf16',
    'parts',
    'parts_codepoint',
    'parts_utf16',
    'entity',
    'entity_uid',
    'entity_link',
    'attributes',
    'annotator',
    'state',
    'note',
  ],
  articles: ['article', 'outlet', 'title', 'date', 'language', 'address', 'byline', 'sha256', 'text'],
  relations: ['relation', 'kind', 'symmetric', 'from', 'to', 'article', 'to_article', 'annotator', 'state', 'note'],
  entities: ['entity_uid', 'name', 'label', 'kind', 'description', 'latitude', 'longitude', 'refs', 'aliases'],
};

export const toArticleRow = ({ article }: DatasetArticle, withText: boolean): Cell[] => [
  article.uid,
  article.outlet ?? '',
  article.title,
  article.date ?? '',
  article.language ?? '',
  article.address ?? '',
  article.byline ?? '',
  article.sha256,
  withText ? article.text : '',
];

/** Other names, and ids that others gave, are JSON. */
export function toEntityRow({ uid, name, label, kind, details }: DatasetEntity): Cell[] {
  const { description, latitude, longitude, refs } = details;
  const aliases = details.aliases
    .filter(({ form, outlet, neverAlone }) => form !== name || outlet !== null || neverAlone)
    .map(({ form, outlet, neverAlone }) => ({ form, outlet, neverAlone }));
  return [
    uid,
    name,
    label,
    kind ?? '',
    description,
    latitude ?? '',
    longitude ?? '',
    refs.length === 0 ? '' : JSON.stringify(refs),
    aliases.length === 0 ? '' : JSON.stringify(aliases),
  ];
}

export const toRelationRow = (relation: DatasetRelation, article: string): Cell[] => [
  relation.uid,
  relation.kind,
  relation.isSymmetric ? 'yes' : 'no',
  relation.from,
  relation.to,
  article,
  relation.toArticle,
  relation.annotator,
  relation.state,
  relation.note,
];

/** One row an annotation; both kinds of offset, half-open. */
export function* iterateAnnotationRows(item: DatasetArticle, withText: boolean, delimiter: string): Generator<Cell[]> {
  const { article, annotations } = item;
  const mapOf = createOffsetMaps(item);
  const { toCodePoint } = mapOf(article.uid);
  const toValues = (values: AttributeValues) =>
    mapSpans(values, ({ article: uid, start, end, quote }: SpanValue) => ({
      article: uid,
      start_codepoint: mapOf(uid).toCodePoint(start),
      end_codepoint: mapOf(uid).toCodePoint(end),
      start_utf16: start,
      end_utf16: end,
      quote,
    }));
  const whose = [article.uid, article.outlet ?? '', article.title, article.date ?? ''];
  const ofArticle = { formatted: formatCells(whose, delimiter) };
  for (const { uid, label, spans, entity, entityUid, entityLink, attributes, annotator, state, note } of annotations) {
    const { start } = spans[0]!;
    const { end } = spans.at(-1)!;
    yield [
      uid,
      ofArticle,
      label,
      withText ? article.text.slice(start, end) : joinQuotes(spans),
      toCodePoint(start),
      toCodePoint(end),
      start,
      end,
      spans.length,
      spans.map((span) => `${toCodePoint(span.start)}:${toCodePoint(span.end)}`).join(' '),
      spans.map((span) => `${span.start}:${span.end}`).join(' '),
      entity ?? '',
      entityUid ?? '',
      entityLink ?? '',
      Object.keys(attributes).length === 0 ? '' : JSON.stringify(toValues(attributes)),
      annotator,
      state,
      note,
    ];
  }
}

/** The words that are tagged, without those between them. */
const joinQuotes = (spans: Annotation['spans']) => spans.map(({ quote }) => quote).join(BETWEEN_PARTS);
