import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { ArticleId, ReviewId, SettlementId } from './ids.ts';
import { Relation } from './relation.ts';
import { CitedRule, ReviewComment } from './review.ts';
import { typedName } from './typed-text.ts';

/** How somebody came to decide on another's work: by checking it, or by settling what two people tagged otherwise. */
export const DecisionKind = z.enum(['review', 'settlement']);
export type DecisionKind = z.infer<typeof DecisionKind>;

/**
 * What was decided on a person's work. `missing`: a checker added what the person had left out. Of a settlement: their tag was `kept`,
 * the `other` person's was, `both`, `neither`, or something `new`.
 */
export const WorkDecision = z.enum([
  'accepted',
  'corrected',
  'rejected',
  'unsure',
  'missing',
  'kept',
  'other',
  'both',
  'neither',
  'new',
]);
export type WorkDecision = z.infer<typeof WorkDecision>;

/** Decisions that leave a person's tag as it is: nobody waits for an answer to one. */
export const decisionsThatAgree = ['accepted', 'kept', 'both'] as const satisfies readonly WorkDecision[];

const decided = {
  article: ArticleId,
  title: z.string(),
  at: z.string(),
  by: z.string(),
  decision: WorkDecision,
  reason: z.string(),
  comment: z.string(),
  rule: CitedRule.nullable(),
  annotation: Annotation.nullable(),
  relation: Relation.nullable(),
  stands: z.array(Annotation),
  comments: z.array(ReviewComment),
  isOutdated: z.boolean(),
};

/**
 * One decision on a person's work. `annotation` or `relation`: theirs, as it is now; neither where they had left it out. `stands`: what
 * somebody put in the annotation's place, or added. `at`: when it was last decided. `isOutdated`: what was decided on has been changed since.
 */
export const DecisionOnWork = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review'), uid: ReviewId, ...decided }),
  z.object({ kind: z.literal('settlement'), uid: SettlementId, ...decided }),
]);
export type DecisionOnWork = z.infer<typeof DecisionOnWork>;

/**
 * Which decisions are meant. `relations`: those on relations alone; `labels`: on annotations, so never these. `outdated`: those whose subject
 * has been changed since. `since`: those taken after that moment. Unit: ISO 8601, UTC.
 */
export const DecisionFilter = z
  .object({
    kinds: z.array(DecisionKind),
    decisions: z.array(WorkDecision),
    reasons: z.array(z.string().max(1000)).max(1000),
    labels: z.array(z.string()).max(50),
    checkers: z.array(typedName(100)).max(200),
    relations: z.boolean(),
    unanswered: z.boolean(),
    outdated: z.boolean(),
    since: z.iso.datetime(),
  })
  .partial();
export type DecisionFilter = z.infer<typeof DecisionFilter>;
