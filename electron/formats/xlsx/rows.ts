import { isEntityValue, isSpanValue, type AttributeValue } from '#shared/domain/attribute';
import type { Annotation } from '#shared/domain/annotation';
import { createOffsetMap } from '#shared/text/offsets';
import type { DatasetArticle, DatasetEntity, DatasetRelation } from '../format.ts';
import { quoteOf } from '../losses.ts';
import type { Cell } from './cells.ts';

/** So much is shown of what stands beside a tag. Unit: UTF-16 code units. */
const BESIDE = 60;

export const toArticleRow = ({ article, annotations }: DatasetArticle): Cell[] => [
  article.uid,
  article.outlet,
  article.title,
  article.date,
  article.language,
  article.address,
  annotations.length,
  article.sha256,
];

/** One row a tag. Unit of offsets: Unicode code points, half-open. */
export function* iterateTagRows({ article, annotations }: DatasetArticle, withText: boolean): Generator<Cell[]> {
  const { text } = article;
  const { toCodePoint } = createOffsetMap(text);
  for (const annotation of annotations) {
    const [start, end] = [annotation.spans[0]!.start, annotation.spans.at(-1)!.end];
    yield [
      annotation.uid,
      article.uid,
      article.outlet,
      article.title,
      article.date,
      annotation.label,
      quoteOf(annotation),
      withText ? toLine(text.slice(Math.max(0, start - BESIDE), start)) : null,
      withText ? toLine(text.slice(end, end + BESIDE)) : null,
      toCodePoint(start),
      toCodePoint(end),
      annotation.entity,
      describeValues(annotation.attributes),
      annotation.annotator,
      annotation.state,
      annotation.note,
    ];
  }
}

/** Without halves of characters at its ends, and without line ends. */
const toLine = (words: string) => words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '').replace(/\s+/gu, ' ');

const describeValues = (attributes: Annotation['attributes']) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${describeValue(value)}`)
    .join('\n');

function describeValue(value: AttributeValue): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(describeValue).join('; ');
  if (isEntityValue(value)) return value.name;
  if (isSpanValue(value)) return `“${value.quote}”`;
  return Object.entries(value as Record<string, AttributeValue>)
    .map(([name, field]) => `${name} ${describeValue(field)}`)
    .join(', ');
}

export const toEntityRow = ({ uid, label, kind, name, aliases, details }: DatasetEntity): Cell[] => [
  uid,
  name,
  label,
  kind,
  aliases.filter((alias) => alias !== name).join('; '),
  details.description,
  details.latitude,
  details.longitude,
  details.refs.map(({ scheme, value }) => `${scheme} ${value}`).join('; '),
];

export const toRelationRow = (relation: DatasetRelation, article: string): Cell[] => [
  relation.uid,
  relation.kind,
  relation.from,
  relation.to,
  article,
  relation.toArticle,
  relation.annotator,
  relation.state,
  relation.note,
];
