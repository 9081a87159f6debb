import { isEntityValue, isSpanValue, type AttributeValue, type SpanValue } from '#shared/domain/attribute';
import { createOffsetMap, type OffsetMap } from '#shared/text/offsets';
import type { DatasetArticle } from './format.ts';

/** A value as a dataset holds it: each span in it as `convert` makes it, all else as it is. */
export function mapSpans(value: AttributeValue, convert: (span: SpanValue) => unknown): unknown {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => mapSpans(item, convert));
  // a look at the keys first: most values are groups, and to find that one is no span takes long
  if ('entity' in value && isEntityValue(value)) return value;
  if ('article' in value && isSpanValue(value)) return convert(value);
  const fields = Object.entries(value as Record<string, AttributeValue>);
  return Object.fromEntries(fields.map(([name, field]) => [name, mapSpans(field, convert)]));
}

/** Offset maps of the article and of those that spans of its values stand in, each made once. */
export function createOffsetMaps({ article, textOf }: DatasetArticle): (uid: string) => OffsetMap {
  const maps = new Map<string, OffsetMap>();
  return (uid) => {
    const map = maps.get(uid) ?? createOffsetMap(uid === article.uid ? article.text : textOf(uid));
    maps.set(uid, map);
    return map;
  };
}
