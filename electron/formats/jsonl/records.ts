import { z } from 'zod';
import { AnnotationState, EntityLink, Layer, Origin } from '#shared/domain/annotation';
import { BlockKind } from '#shared/domain/block';
import { PartialDate } from '#shared/domain/partial-date';

const Words = z.string().nullable();
const Uid = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'A SHA-256 in lower case is expected');
const Values = z
  .record(z.string(), z.unknown())
  .describe(
    'By name of the attribute: a string, number or boolean; an entity {entity, name}; a span {article, start, end, quote}, in code points; a group, an object by field; a list of any of these.',
  );

const SpanRecord = z
  .object({
    start: z.int().nonnegative().describe('Code points of the text, from 0.'),
    end: z.int().positive().describe('The code point behind the last.'),
    quote: z.string().describe('The text from start to end.'),
  })
  .describe('In reading order, none touching another.');

/** How an annotation stands in its article's line. */
export const AnnotationRecord = z.looseObject({
  id: Uid,
  label: z.string().min(1),
  spans: z.array(SpanRecord).min(1),
  entity: Words.describe('The name of the entity that is meant.'),
  entity_uid: Uid.nullable(),
  entity_link: EntityLink.nullable().describe('Whether a person said so, or the rule that a known name means it.'),
  attributes: Values,
  kept: Values.optional().describe('Values of attributes that another label has, by “label: attribute”.'),
  annotator: z.string(),
  state: AnnotationState,
  note: z.string(),
  layer: Layer.optional(),
  origin: Origin.optional(),
  revises: Uid.nullish().describe('The annotation that this one, a correction, stands in place of.'),
});
export type AnnotationRecord = z.infer<typeof AnnotationRecord>;

export const RelationRecord = z.looseObject({
  id: Uid,
  kind: z.string().min(1),
  symmetric: z.boolean(),
  from: Uid.describe('An annotation of this article.'),
  to: Uid.describe('An annotation of the article to_article.'),
  to_article: Uid,
  note: z.string(),
  annotator: z.string(),
  state: AnnotationState,
});

const BlockRecord = z.object({
  kind: BlockKind,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  repeat_of: z.int().nonnegative().nullable().describe('An earlier block that it repeats, counted from 0.'),
  found_by: z.string(),
});
const MetaRecord = z.object({ key: z.string(), value: z.string(), found_by: z.string() });

/** One line of articles.jsonl. Lines of earlier versions have no relations and say less of the article. */
export const ArticleRecord = z.looseObject({
  galley: z.literal(1).describe('The version of this form.'),
  unit: z.literal('codepoint').describe('What offsets count: Unicode code points.'),
  id: Uid,
  text: z
    .string()
    .optional()
    .describe('Left out where the dataset goes without texts; the hash and the quotes remain.'),
  outlet: Words,
  title: z.string(),
  date: PartialDate.nullable(),
  language: Words.optional().describe('BCP 47.'),
  address: Words.optional(),
  byline: Words.optional(),
  date_written: Words.optional().describe('The date as its source writes it.'),
  meta: z.array(MetaRecord).optional().describe('What else its source says of it.'),
  blocks: z.array(BlockRecord).optional().describe('In order, in code points.'),
  sha256: Sha256.describe('Of the text as UTF-8.'),
  annotations: z.array(AnnotationRecord),
  relations: z.array(RelationRecord).optional().describe('Those that lead from annotations of this article.'),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

const AliasRecord = z.looseObject({
  form: z.string().min(1),
  script: z.string().describe('ISO 15924.'),
  outlet: Words.describe('Who uses it; null where anybody may.'),
  never_alone: z.boolean().describe('Too common to say by itself who is meant.'),
});

/** One line of entities.jsonl. */
export const EntityRecord = z.looseObject({
  galley: z.literal(1),
  id: Uid,
  label: z.string(),
  kind: Words,
  name: z.string().min(1),
  description: z.string(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  refs: z.array(z.object({ scheme: z.string(), value: z.string() })).describe('Ids that others gave to it.'),
  aliases: z.array(AliasRecord),
});
export type EntityRecord = z.infer<typeof EntityRecord>;

/** One line of event-cards.jsonl. */
export const EventCardRecord = z.looseObject({
  galley: z.literal(1),
  id: Uid,
  title: z.string(),
  date: PartialDate.nullable(),
  place: Words.describe('The name of an entity.'),
  note: z.string(),
  members: z.array(Uid).describe('Annotations.'),
});
export type EventCardRecord = z.infer<typeof EventCardRecord>;
