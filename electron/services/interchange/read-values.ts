import { isEntityValue, isSpanValue, type AttributeValue, type SpanValue } from '#shared/domain/attribute';
import type { OffsetUnit } from '#shared/domain/dataset';
import { createUnitMap, type UnitMap } from '#shared/text/offset-units';
import { mapSpans } from '../../formats/attribute-spans.ts';
import type { FoundAnnotation } from '../../formats/found.ts';
import { fromPlain } from '../../formats/plain-values.ts';
import type { Label } from '#shared/domain/codebook';
import type { NameLookup } from './reading.ts';

/** Values by our names of their attributes. `isFar`: one names words of another article, whose offsets are still the file's. */
export type ReadValues = { values: Record<string, unknown>; isFar: boolean };

/** Where a document's own values count. */
export type ValueFrame = { document: string | null; article: string; map: UnitMap };

export const createFrame = (document: string | null, article: string, text: string, unit: OffsetUnit): ValueFrame => ({
  document,
  article,
  map: createUnitMap(text, unit),
});

/** The values of an annotation as ours, by name; those whose attribute is left out are not in it. */
export function readValues(
  { attributes }: FoundAnnotation,
  label: Label | undefined,
  ours: NameLookup,
  frame: ValueFrame,
): ReadValues {
  const read: ReadValues = { values: {}, isFar: false };
  for (const [theirs, raw] of Object.entries(attributes)) {
    const name = ours('attribute', theirs);
    if (name === null) continue;
    const attribute = label?.attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const value = attribute ? fromPlain(attribute, raw) : raw;
    read.values[attribute?.name ?? name] =
      typeof value === 'object' && value !== null
        ? mapSpans(value as AttributeValue, (span) => {
            const isOwn = span.article === frame.document || span.article === frame.article;
            if (isOwn) return toUtf16(span, frame.article, frame.map);
            read.isFar = true;
            return span;
          })
        : value;
  }
  return read;
}

export const toUtf16 = (span: SpanValue, article: string, { toUtf16: convert }: UnitMap): SpanValue => ({
  article,
  start: convert(span.start),
  end: convert(span.end),
  quote: span.quote,
});

/** A value so that two that say the same are the same string: who is meant by name, spans by their words' place. */
export function toComparable(value: unknown, isFar = false): string {
  return JSON.stringify(simplify(value as AttributeValue, isFar)) ?? '';
}

function simplify(value: AttributeValue, isFar: boolean): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => simplify(item, isFar));
  if (isEntityValue(value)) return value.name;
  if (isSpanValue(value)) return isFar ? value.quote : [value.start, value.end, value.quote];
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, simplify(field, isFar)]),
  );
}
