import { z } from 'zod';
import { AnnotationId, ArticleId, RelationId, ReviewId } from './ids.ts';

/** How many annotations there are for somebody to check, and how many of these were; by whoever made them too. */
const Checked = z.object({ checked: z.int(), total: z.int() });
export const CheckProgress = Checked.extend({ people: z.array(Checked.extend({ person: z.string() })) });
export type CheckProgress = z.infer<typeof CheckProgress>;

/** What a checker decides on another's annotation or relation. */
export const Decision = z.enum(['accepted', 'corrected', 'rejected', 'unsure']);
export type Decision = z.infer<typeof Decision>;

/** A rule of the codebook that a decision goes by: words of that label's guideline, as they were when it was cited. */
export const CitedRule = z.object({ label: z.string().min(1).max(200), text: z.string().min(1).max(2000) });
export type CitedRule = z.infer<typeof CitedRule>;

export const ReviewComment = z.object({ annotator: z.string(), text: z.string(), at: z.string() });
export type ReviewComment = z.infer<typeof ReviewComment>;

/**
 * What one checker decided on one annotation or relation, of which one is null. `correction`: the settled annotation that
 * stands in place of the one that was corrected. `annotator`: whose work it is. `at`: when it was last decided.
 * `isMissing`: the annotation is the checker's own, put into the settled layer because it was missing. `isOutdated`: what was
 * decided on has been changed since, so the review does not count. `isOwn`: checker and annotator turned out to be one person when two
 * copies were made one; it does not count either.
 */
export const Review = z.object({
  uid: ReviewId,
  annotation: AnnotationId.nullable(),
  relation: RelationId.nullable(),
  article: ArticleId,
  annotator: z.string(),
  checker: z.string(),
  decision: Decision,
  reason: z.string(),
  comment: z.string(),
  rule: CitedRule.nullable(),
  isMissing: z.boolean(),
  isOutdated: z.boolean(),
  isOwn: z.boolean(),
  correction: AnnotationId.nullable(),
  comments: z.array(ReviewComment),
  at: z.string(),
});
export type Review = z.infer<typeof Review>;
