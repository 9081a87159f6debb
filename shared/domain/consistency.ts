import { z } from 'zod';
import { AnnotationId, ArticleId, EntityId } from './ids.ts';
import { Span } from './span.ts';

/** What is looked for. Each is a question, never a verdict. */
export const ConsistencyRule = z.enum([
  'form-labels',
  'alias-label',
  'unlinked-mention',
  'required-attributes',
  'claim-speaker',
  'loose-edge',
  'tagged-twice',
  'near-copies',
]);
export type ConsistencyRule = z.infer<typeof ConsistencyRule>;

/** What would mend a finding: another label, what is meant (by uid), other ends of each part, or the annotation taken away. */
export const ConsistencyFix = z.union([
  z.object({ label: z.string() }),
  z.object({ entity: EntityId, name: z.string() }),
  z.object({ spans: z.array(Span).min(1) }),
  z.object({ remove: z.literal(true) }),
]);
export type ConsistencyFix = z.infer<typeof ConsistencyFix>;

/**
 * One finding. `subject` names it for an exemption; `annotation` is null for one of whole articles, and `copy` then the article that it is
 * nearly the same as. `before` and `after`: the text around `quote`, of which the parts stand together. `what`: what is odd about it, in
 * words. `fix` is null where a person has to look for themself.
 */
export const Finding = z.object({
  rule: ConsistencyRule,
  subject: z.string(),
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  annotation: AnnotationId.nullable(),
  copy: z.object({ article: ArticleId, title: z.string(), outlet: z.string().nullable() }).nullable(),
  annotator: z.string().nullable(),
  label: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  what: z.string(),
  fix: ConsistencyFix.nullable(),
  isExempt: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

/** `annotations`: those that were looked at; `counts`: of what is not exempt, by rule; `findings`: the first of the rules that are asked for. */
export const Findings = z.object({
  annotations: z.int(),
  counts: z.record(ConsistencyRule, z.int()),
  exempt: z.int(),
  findings: z.array(Finding),
});
export type Findings = z.infer<typeof Findings>;

/** So many are mended at once; the next ones come after. */
export const MOST_MENDED = 2000;

/** Of others' annotations a repair is a review with a correction, or a rejection. */
export const Repaired = z.object({ changed: z.int(), reviewed: z.int(), left: z.int() });
export type Repaired = z.infer<typeof Repaired>;
