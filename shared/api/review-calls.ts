import { z } from 'zod';
import { Assignment } from '../domain/assignment.ts';
import { ValuesInput } from '../domain/attribute.ts';
import { EntityToMake } from '../domain/entity.ts';
import { AnnotationFilter } from '../domain/filter.ts';
import { AnnotationRef, ArticleRef, RelationRef, ReviewRef } from '../domain/ids.ts';
import { Person, PersonChanges } from '../domain/person.ts';
import { CheckProgress, CitedRule, Decision, Review } from '../domain/review.ts';
import { Span } from '../domain/span.ts';
import { typedName, typedText } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const articleErrors = ['article-unknown', 'uid-ambiguous'] as const;
const subjectErrors = ['annotation-unknown', 'relation-unknown', 'review-unknown', 'uid-ambiguous'] as const;
const correctionErrors = [
  'span-past-end',
  'span-splits-character',
  'spans-overlap',
  'label-unknown',
  'label-retired',
  'article-unknown',
  'entity-unknown',
  'entity-ambiguous',
  'entity-unfit',
  'entity-exists',
  'entity-kind-unknown',
  'label-without-entities',
  'coordinates-by-halves',
  'attribute-unknown',
  'attribute-retired',
  'value-not-understood',
] as const;
const decisionErrors = [
  'still-blind',
  'review-of-own',
  'review-of-another',
  'review-needs-reason',
  'review-needs-correction',
  'review-without-correction',
  'annotation-in-use',
  ...correctionErrors,
] as const;

const typedReason = typedText(1000);
const typedComment = typedText(10_000);

/**
 * What stands in place of the annotation that is corrected; what is not given stays as it was. `newEntity`: made in the same step, and
 * meant instead of `entity`.
 */
const Correction = z
  .object({
    spans: z.array(Span).min(1).max(100),
    label: z.string(),
    entity: typedName(300).nullable(),
    newEntity: EntityToMake,
    attributes: ValuesInput,
    note: typedText(10_000),
  })
  .partial();
export type Correction = z.infer<typeof Correction>;

export const reviewCalls = {
  /** Who works or worked on this corpus, by name. */
  'people:list': { input: z.object({}), output: z.array(Person), errors: READ_ERRORS, access: 'read' },
  /** Somebody who has not done anything here yet, so that articles can be assigned to them. */
  'people:add': {
    input: z.object({ name: typedName(100) }),
    output: z.array(Person),
    errors: [...WRITE_ERRORS, 'person-exists'],
    access: 'write',
  },
  /** `person`: name or uid. Who renames themself goes on under the new name. */
  'people:update': {
    input: z.object({ person: typedName(100), changes: PersonChanges }),
    output: z.array(Person),
    errors: [...WRITE_ERRORS, 'person-exists', 'person-unknown'],
    access: 'write',
  },

  /** Reviews, newest first; of an annotation, of the annotations and relations of an article, by one checker. */
  'reviews:list': {
    input: z.object({
      annotation: AnnotationRef.optional(),
      relation: RelationRef.optional(),
      article: ArticleRef.optional(),
      checker: typedName(100).optional(),
      decisions: z.array(Decision).optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ total: z.int(), reviews: z.array(Review) }),
    errors: [...READ_ERRORS, ...articleErrors, 'annotation-unknown', 'relation-unknown', 'person-unknown'],
    access: 'read',
  },
  /**
   * How far whoever is at the keyboard is with checking what others did: of each article only the layer that its result is made from, where
   * it was not settled between people. What a checker put in its place counts while it is in dispute.
   */
  'reviews:progress': {
    input: z.object({ filter: AnnotationFilter.omit({ layer: true, annotationStates: true }).default({}) }),
    output: CheckProgress,
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
    long: true,
  },
  /**
   * Decides on another's annotation or relation; whoever decided on it before decides anew. All but `accepted` need a
   * reason. `corrected` makes the correction: an annotation in the settled layer that revises the one that is meant.
   */
  'reviews:create': {
    input: z
      .object({
        annotation: AnnotationRef,
        relation: RelationRef,
        decision: Decision,
        reason: typedReason.default(''),
        comment: typedComment.default(''),
        rule: CitedRule.nullable().default(null),
        correction: Correction,
      })
      .partial({ annotation: true, relation: true, correction: true })
      .refine(
        ({ annotation, relation }) => (annotation === undefined) !== (relation === undefined),
        'Name an annotation or a relation',
      ),
    output: Review,
    errors: [...WRITE_ERRORS, ...subjectErrors, ...decisionErrors],
    access: 'write',
  },
  /**
   * Says that something is missing in an article, and puts it into the settled layer, where it counts beside the annotations of whoever tagged
   * the article. `newEntity`: made in the same step, and meant instead of `entity`.
   */
  'reviews:missing': {
    input: z.object({
      article: ArticleRef,
      label: z.string(),
      spans: z.array(Span).min(1).max(100),
      entity: typedName(300).nullable().optional(),
      newEntity: EntityToMake.optional(),
      attributes: ValuesInput.optional(),
      note: typedText(10_000).default(''),
      reason: typedReason.default(''),
      comment: typedComment.default(''),
      rule: CitedRule.nullable().default(null),
    }),
    output: Review,
    errors: [...WRITE_ERRORS, ...correctionErrors, 'uid-ambiguous', 'still-blind'],
    access: 'write',
  },
  /** Changes a review of one's own; one that is not `corrected` any more takes its correction back. */
  'reviews:update': {
    input: z.object({
      review: ReviewRef,
      changes: z
        .object({
          decision: Decision,
          reason: typedReason,
          comment: typedComment,
          rule: CitedRule.nullable(),
          correction: Correction,
        })
        .partial(),
    }),
    output: Review,
    errors: [...WRITE_ERRORS, ...subjectErrors, ...decisionErrors],
    access: 'write',
  },
  /** Takes a review of one's own back, with what was said about it and its correction. */
  'reviews:remove': {
    input: z.object({ review: ReviewRef }),
    output: z.object({}),
    errors: [...WRITE_ERRORS, 'review-unknown', 'uid-ambiguous', 'review-of-another', 'annotation-in-use'],
    access: 'write',
  },
  /** Says something about a review; whoever was reviewed may answer. */
  'reviews:comment': {
    input: z.object({ review: ReviewRef, text: typedName(10_000) }),
    output: Review,
    errors: [...WRITE_ERRORS, 'review-unknown', 'uid-ambiguous', 'still-blind'],
    access: 'write',
  },

  'assignments:list': {
    input: z.object({ articles: z.array(ArticleRef).max(10_000).optional(), person: typedName(100).optional() }),
    output: z.array(Assignment),
    errors: [...READ_ERRORS, ...articleErrors, 'person-unknown'],
    access: 'read',
  },
  /** Gives articles to people to tag, as one step; what is assigned already is set to `blind` as given. */
  'assignments:set': {
    input: z.object({
      articles: z.array(ArticleRef).min(1).max(100_000),
      people: z.array(typedName(100)).min(1).max(100),
      blind: z.boolean().default(false),
    }),
    output: z.object({ assigned: z.int() }),
    errors: [...WRITE_ERRORS, ...articleErrors, 'person-unknown'],
    access: 'write',
  },
  'assignments:remove': {
    input: z.object({
      articles: z.array(ArticleRef).min(1).max(100_000),
      people: z.array(typedName(100)).min(1).max(100),
    }),
    output: z.object({ removed: z.int() }),
    errors: [...WRITE_ERRORS, ...articleErrors, 'person-unknown'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
