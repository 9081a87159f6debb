import { EntityLink } from '#shared/domain/annotation';
import { csvMessages } from '#shared/messages/en/formats/csv';
import { createUnitMap } from '#shared/text/offset-units';
import type { FoundAnnotation, FoundDocument, FoundSpan } from '../found.ts';
import type { Beside } from './beside.ts';
import type { Columns } from './columns.ts';
import { isUid, toDecision, type Fields } from './fields.ts';
import type { TableRow } from './read-records.ts';
import { BETWEEN_PARTS } from './to-rows.ts';

type Read = (fields: Fields, row: TableRow & { cells: string[] }) => FoundAnnotation | { reason: string };

/** Reads rows as annotations of one document, or says why one is none. Sets the document's unit, where the columns say it. */
export function createRowReader(
  { of, others, names, isOurs }: Columns,
  document: FoundDocument,
  refs: Beside['refs'],
): Read {
  if (isOurs) document.unit = 'codepoint';
  const placeSpans = createSpanReader(document);
  return (fields, { n, cells }) => {
    const { label, entity, id } = fields;
    if (label === undefined) return { reason: csvMessages.noLabel };
    const spans = placeSpans(fields, { of, names });
    if ('reason' in spans) return spans;
    const attributes = fields.attributes === undefined || !isOurs ? {} : parseValues(fields.attributes);
    if (attributes === null) return { reason: csvMessages.badAttributes };
    const more = others.filter((at) => cells[at] !== '').map((at) => [names[at]!, cells[at]!] as const);
    return {
      id: isUid(id) ? id : csvMessages.row(n),
      uid: isUid(id) ? id : null,
      label,
      ...spans,
      entity: entity === undefined ? null : toEntity(entity, fields, refs),
      attributes: { ...attributes, ...Object.fromEntries(more) },
      annotator: fields.annotator ?? null,
      state: toDecision(fields.state),
      note: fields.note ?? '',
      place: csvMessages.row(n),
    };
  };
}

function toEntity(name: string, { entityUid, entityLink }: Fields, refs: Beside['refs']): FoundAnnotation['entity'] {
  const link = EntityLink.safeParse(entityLink).data;
  return { name, uid: entityUid ?? null, refs: refs.get(entityUid ?? '') ?? [], ...(link && { link }) };
}

type Placed = Pick<FoundAnnotation, 'spans' | 'quote'> | { reason: string };

/** Where a row stands: by its parts, by start and end, or by its words alone. */
function createSpanReader(document: FoundDocument): (fields: Fields, columns: Pick<Columns, 'of' | 'names'>) => Placed {
  let map: ReturnType<typeof createUnitMap> | null = null;
  /** The words of each part, where those from the first to the last are the row's. */
  const quoteParts = (spans: FoundSpan[], quote: string | undefined): Placed => {
    const { text } = document;
    map ??= createUnitMap(text ?? '', 'codepoint');
    const wordsAt = (start: number, end: number) => text?.slice(map!.toUtf16(start), map!.toUtf16(end)) ?? null;
    if (text !== null && wordsAt(spans[0]!.start, spans.at(-1)!.end) === quote)
      return { spans: spans.map(({ start, end }) => ({ start, end, quote: wordsAt(start, end) })) };
    return { spans, ...(quote !== undefined && { quote: { text: quote, joiner: BETWEEN_PARTS } }) };
  };
  return (fields, { of, names }) => {
    const { start, end, length, quote, parts } = fields;
    if (parts?.includes(' ')) {
      const spans = parts.split(' ').map((part) => part.split(':').map(Number));
      if (spans.flat().every(Number.isInteger))
        return quoteParts(
          spans.map(([from, to]) => ({ start: from!, end: to!, quote: null })),
          quote,
        );
    }
    if (start === undefined && quote === undefined) return { reason: csvMessages.noPlace };
    if (start === undefined) return { spans: [{ start: NaN, end: NaN, quote: quote! }] };
    const from = Number(start);
    const to = end === undefined ? from + Number(length) : Number(end);
    if (!Number.isInteger(from)) return { reason: csvMessages.badOffset(names[of.start!]!, start) };
    if (!Number.isInteger(to))
      return { reason: csvMessages.badOffset(names[(of.end ?? of.length)!]!, end ?? length ?? '') };
    return { spans: [{ start: from, end: to, quote: quote ?? null }] };
  };
}

/** Values as our tables write them; spans in them count code points. */
function parseValues(cell: string): Record<string, unknown> | null {
  try {
    const values = JSON.parse(cell) as unknown;
    return typeof values === 'object' && values !== null ? (toValue(values) as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function toValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toValue);
  if ('start_codepoint' in value && 'end_codepoint' in value) {
    const { article, start_codepoint: start, end_codepoint: end, quote } = value as Record<string, unknown>;
    return { article, start, end, quote };
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toValue(field)]));
}
