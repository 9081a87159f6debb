import { z } from 'zod';
import { AnnotationState, EntityLink } from '#shared/domain/annotation';
import type { Decision } from '#shared/domain/review';
import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import { emptyDocument, type FoundAnnotation, type FoundDocument } from '../found.ts';

const Words = z.string().nullish();
const Values = z.record(z.string(), z.unknown());
const Json = z.string().transform((text, context): Record<string, unknown> => {
  try {
    return Values.parse(JSON.parse(text));
  } catch {
    context.addIssue('JSON is expected');
    return z.NEVER;
  }
});
const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive(), quote: z.string() });

const OurAnnotation = z.object({
  id: z.uuid(),
  label: z.string(),
  spans: z.array(Span).min(1),
  entity: Words,
  entity_uid: Words,
  entity_link: EntityLink.nullish(),
  attributes: Json,
  kept: Json,
  annotator: z.string(),
  state: AnnotationState,
  note: z.string(),
});
const OurRelation = z.object({
  id: z.uuid(),
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  to_article: z.string(),
  annotator: z.string(),
  state: AnnotationState,
  note: z.string(),
});
const OurRow = z.object({
  id: z.uuid(),
  text: Words,
  sha256: z.string(),
  unit: z.enum(['codepoint', 'utf16']),
  title: z.string(),
  outlet: Words,
  date: Words,
  language: Words,
  address: Words,
  byline: Words,
  annotations: z.array(OurAnnotation),
  relations: z.array(OurRelation),
});

/** Whether a row is one that we wrote. */
export const isOurs = (row: Record<string, unknown>): boolean =>
  ['unit', 'sha256', 'annotations', 'relations'].every((name) => name in row);

/** One of our rows as any format's document, or why it is none any more. */
export function fromOurs(row: Record<string, unknown>, file: string, n: number): FoundDocument | string {
  const parsed = OurRow.safeParse(row);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return huggingFaceMessages.badShape(path.join('.'), message);
  }
  const { id, byline, annotations, relations, ...own } = parsed.data;
  const place = huggingFaceMessages.row(n);
  const more = Object.keys(row).filter((name) => !(name in OurRow.shape));
  return {
    ...emptyDocument(id, file),
    uid: id,
    text: own.text ?? null,
    sha256: own.sha256,
    title: own.title,
    outlet: own.outlet ?? null,
    date: own.date ?? null,
    language: own.language ?? null,
    address: own.address ?? null,
    meta: byline ? [{ key: 'byline', value: byline }] : [],
    unit: own.unit,
    annotations: annotations.map((each) => toAnnotation(each, place)),
    relations: relations.map(({ id: uid, to_article: article, state, kind, from, to, annotator, note }) => ({
      uid,
      kind,
      from,
      to,
      ...(article !== id && { toDocument: article }),
      annotator,
      state: toDecision(state),
      note,
      place,
    })),
    left: more.map((name) => ({ what: huggingFaceMessages.column(name), place, quote: '', count: 1 })),
  };
}

const toDecision = (state: AnnotationState): Decision | null => (state === 'unchecked' ? null : state);

function toAnnotation(record: z.infer<typeof OurAnnotation>, place: string): FoundAnnotation {
  const { id, entity, entity_uid: uid, entity_link: link, kept } = record;
  return {
    id,
    uid: id,
    label: record.label,
    spans: record.spans,
    entity: entity == null ? null : { name: entity, uid: uid ?? null, refs: [], ...(link && { link }) },
    attributes: record.attributes,
    ...(Object.keys(kept).length > 0 && { kept }),
    annotator: record.annotator,
    state: toDecision(record.state),
    note: record.note,
    place,
  };
}
