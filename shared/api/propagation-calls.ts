import { z } from 'zod';
import { AnnotationRef, ArticleRef, RuleId, RuleRef } from '../domain/ids.ts';
import { PropagationHit, PropagationOptions, PropagationRule, PropagationScope } from '../domain/propagation.ts';
import { MOST_HITS } from '../domain/search.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const shape = {
  annotation: AnnotationRef,
  scope: PropagationScope.default('article'),
  options: PropagationOptions.prefault({}),
};
const annotationErrors = ['annotation-unknown', 'uid-ambiguous', 'propagation-without-outlet', 'cancelled'] as const;
const ruleErrors = ['rule-unknown', 'uid-ambiguous'] as const;

export const propagationCalls = {
  /**
   * Where else the name that is tagged stands, exactly, newest article first; with what the person has tagged there, which is left
   * out unless `skipTagged` is off.
   *
   * `label` and `entity`: what they would be tagged as. `skipped`: hits that are left out for that. `isWhole` is false where there are more hits than are given. Context: so many UTF-16
   * units on each side.
   */
  'propagations:find': {
    input: z.object({
      ...shape,
      context: z.int().min(0).max(1000).default(60),
      limit: z.int().min(1).max(MOST_HITS).default(MOST_HITS),
    }),
    output: z.object({
      label: z.string(),
      entity: z.string().nullable(),
      forms: z.array(z.string()),
      hits: z.array(PropagationHit),
      articles: z.int(),
      skipped: z.int(),
      isWhole: z.boolean(),
      isIndexed: z.boolean(),
    }),
    errors: [...READ_ERRORS, ...annotationErrors],
    access: 'read',
    job: true,
    long: true,
  },
  /**
   * Tags those places with the label and entity of the annotation, without its attributes, as one step; what was tagged meanwhile is
   * left as it is. `keepRule`: the rule is kept and offered in articles that come later; for an outlet or the corpus only.
   */
  'propagations:apply': {
    input: z.object({
      ...shape,
      hits: z
        .array(z.object({ article: ArticleRef, start: z.int().nonnegative(), end: z.int().positive() }))
        .max(MOST_HITS),
      keepRule: z.boolean().default(false),
    }),
    output: z.object({ tagged: z.int(), alreadyTagged: z.int(), rule: RuleId.nullable() }),
    errors: [
      ...WRITE_ERRORS,
      ...annotationErrors,
      'article-unknown',
      'label-retired',
      'span-past-end',
      'span-splits-character',
    ],
    access: 'write',
    job: true,
  },
  /** Rules that were kept, everybody's: those in use first, then by label and words. */
  'propagations:rules': {
    input: z.object({}),
    output: z.array(PropagationRule),
    errors: READ_ERRORS,
    access: 'read',
  },
  /** Offers nothing by a rule any more, until it is restored; what it tagged stays. */
  'propagations:retire': {
    input: z.object({ rule: RuleRef }),
    output: PropagationRule,
    errors: [...WRITE_ERRORS, ...ruleErrors],
    access: 'write',
  },
  'propagations:restore': {
    input: z.object({ rule: RuleRef }),
    output: PropagationRule,
    errors: [...WRITE_ERRORS, ...ruleErrors],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
