import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { WorkState } from './article.ts';
import { AnnotationId, ArticleId, SettlementId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { CitedRule, ReviewComment } from './review.ts';

/** Whether every disagreement of an article has been settled. */
export const AdjudicationState = z.enum(['open', 'done']);
export type AdjudicationState = z.infer<typeof AdjudicationState>;

/** How a disagreement between two layers was settled. `new`: by an annotation that neither of them made. */
export const SettlementDecision = z.enum(['left', 'right', 'both', 'neither', 'new', 'unsure']);
export type SettlementDecision = z.infer<typeof SettlementDecision>;

/** In what two annotations of the same words differ: the first of these that does; or that one coder alone tagged them. */
export const DifferenceKind = z.enum(['label', 'boundary', 'entity', 'attributes', 'only-left', 'only-right']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/**
 * What was decided on a difference. `settled`: what stands in the settled layer because of it. `isOutdated`: what it was
 * decided on has been changed since, or what was settled stands no more. `at`: when it was last decided.
 */
export const Settlement = z.object({
  uid: SettlementId,
  by: z.string(),
  decision: SettlementDecision,
  reason: z.string(),
  comment: z.string(),
  rule: CitedRule.nullable(),
  settled: z.array(AnnotationId),
  isOutdated: z.boolean(),
  comments: z.array(ReviewComment),
  at: z.string(),
});
export type Settlement = z.infer<typeof Settlement>;

/** Whether a difference needs nobody's look any more: it was decided, and on what the two still say. */
export const isSettled = ({ settlement }: Pick<Difference, 'settlement'>): boolean =>
  settlement !== null && settlement.decision !== 'unsure' && !settlement.isOutdated;

/** Where two coders differ, in reading order; `uid` is that of its settlement, made or not. `start` and `end`: around all spans. */
export const Difference = z.object({
  uid: SettlementId,
  kind: DifferenceKind,
  left: AnnotationId.nullable(),
  right: AnnotationId.nullable(),
  start: z.int(),
  end: z.int(),
  settlement: Settlement.nullable(),
});
export type Difference = z.infer<typeof Difference>;

/** Somebody who tagged an article. `state` is what they said of it themselves. */
export const Coder = z.object({ name: z.string(), annotations: z.int(), state: WorkState.nullable() });
export type Coder = z.infer<typeof Coder>;

const state = AdjudicationState.nullable();

/** Two of them changed what they said after it was settled, or what stands: it goes on counting until it is settled anew. */
const isChanged = z.boolean();

/** Two coders' annotations of one article over one text. `state`: null where nobody has begun. `coders`: everybody who tagged it. */
export const Adjudication = z.object({
  article: ArticleId,
  state,
  isChanged,
  left: z.string(),
  right: z.string(),
  coders: z.array(Coder),
  annotations: z.object({ left: z.array(Annotation), right: z.array(Annotation), settled: z.array(Annotation) }),
  agreed: z.array(z.object({ left: AnnotationId, right: AnnotationId })),
  differences: z.array(Difference),
});
export type Adjudication = z.infer<typeof Adjudication>;

/** An article that several people tagged. `open`: differences between the two that are not settled, unsure, or settled on what has changed since. */
export const DoubleTagged = z.object({
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  state,
  isChanged,
  coders: z.array(Coder),
  agreed: z.int(),
  open: z.int(),
  settled: z.int(),
});
export type DoubleTagged = z.infer<typeof DoubleTagged>;
