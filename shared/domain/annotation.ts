import { z } from 'zod';
import { AnnotationId, ArticleId } from './ids.ts';
import { QuotedSpan } from './span.ts';

/** Whose annotations: one annotator's own, or the answer that people settled on. */
export const Layer = z.enum(['own', 'settled']);
export type Layer = z.infer<typeof Layer>;

/** How an annotation came to be. */
export const Origin = z.enum(['hand', 'suggestion', 'propagation', 'import', 'adjudication']);
export type Origin = z.infer<typeof Origin>;

/** What an annotation's reviews come to; computed, never stored. */
export const AnnotationState = z.enum(['unchecked', 'accepted', 'corrected', 'rejected', 'unsure']);
export type AnnotationState = z.infer<typeof AnnotationState>;

/** A label put on one or more spans of one article by one annotator. `label` and `annotator` are names. */
export const Annotation = z.object({
  uid: AnnotationId,
  article: ArticleId,
  label: z.string(),
  spans: z.array(QuotedSpan).min(1),
  entity: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  annotator: z.string(),
  layer: Layer,
  state: AnnotationState,
  origin: Origin,
  note: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;
