import { z } from 'zod';
import { AttributeValues } from './attribute.ts';
import { AnnotationId, ArticleId, EntityId } from './ids.ts';
import { QuotedSpan } from './span.ts';

/** Whose annotations: one annotator's own, or the answer that people settled on. */
export const Layer = z.enum(['own', 'settled']);
export type Layer = z.infer<typeof Layer>;

/** How an annotation came to be. */
export const Origin = z.enum(['hand', 'suggestion', 'propagation', 'import', 'adjudication']);
export type Origin = z.infer<typeof Origin>;

/** Who said which entity is meant: a person, or the rule that an alias of one entity means it until a person says more. */
export const EntityLink = z.enum(['person', 'rule']);
export type EntityLink = z.infer<typeof EntityLink>;

/** What an annotation's reviews come to; computed, never stored. */
export const AnnotationState = z.enum(['unchecked', 'accepted', 'corrected', 'rejected', 'unsure']);
export type AnnotationState = z.infer<typeof AnnotationState>;

/**
 * A label put on one or more spans of one article by one annotator. `label`, `entity` and `annotator` are names.
 * `kept`: values of attributes that another label has, by `label: attribute`. `toFill`: paths of what its codebook requires.
 */
export const Annotation = z.object({
  uid: AnnotationId,
  article: ArticleId,
  label: z.string(),
  spans: z.array(QuotedSpan).min(1),
  entity: z.string().nullable(),
  entityUid: EntityId.nullable(),
  entityLink: EntityLink.nullable(),
  attributes: AttributeValues,
  kept: AttributeValues,
  toFill: z.array(z.string()),
  annotator: z.string(),
  layer: Layer,
  state: AnnotationState,
  /** The annotation that this one, a correction, stands in place of; and the correction that stands in place of this one. */
  revises: AnnotationId.nullable(),
  correctedBy: AnnotationId.nullable(),
  origin: Origin,
  note: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;
