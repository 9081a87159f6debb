import { z } from 'zod';
import { Annotation } from '../domain/annotation.ts';
import { ValuesInput } from '../domain/attribute.ts';
import { AnnotationFilter } from '../domain/filter.ts';
import { AnnotationId, AnnotationRef, ArticleRef } from '../domain/ids.ts';
import { Span } from '../domain/span.ts';
import { typedName, typedText } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const spanErrors = ['span-past-end', 'span-splits-character', 'spans-overlap'] as const;
const labelErrors = ['label-unknown', 'label-retired'] as const;
const entityErrors = ['entity-unknown', 'entity-ambiguous', 'entity-unfit'] as const;
const valueErrors = ['attribute-unknown', 'attribute-retired', 'value-not-understood', 'article-unknown'] as const;
const contentErrors = [...spanErrors, ...labelErrors, ...entityErrors, ...valueErrors, 'uid-ambiguous'] as const;
const annotationErrors = ['annotation-unknown', 'uid-ambiguous'] as const;

const content = {
  label: z.string(),
  spans: z.array(Span).min(1).max(100),
  /** By uid or name; null takes the link away. */
  entity: typedName(300).nullable(),
  attributes: ValuesInput,
};

export const annotationCalls = {
  /**
   * Annotations that stand, in reading order of each article: everybody's, or those of one layer; `result` are those that count.
   * `asSeen`: without others' in an article that the person at the keyboard has to tag blind, until they say that they are done.
   * `outdated`: only those that were changed after somebody reviewed them, whose review does not count any more.
   */
  'annotations:list': {
    input: z.object({
      filter: AnnotationFilter.default({}),
      asSeen: z.boolean().default(false),
      outdated: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(20_000).default(5000),
    }),
    output: z.object({ total: z.int(), annotations: z.array(Annotation) }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
    long: ({ filter }: { filter: AnnotationFilter }) => filter.articles === undefined,
  },
  /** Those of these annotations that stand, in reading order of each article. `asSeen`: as in `annotations:list`. */
  'annotations:get': {
    input: z.object({ annotations: z.array(AnnotationId).min(1).max(1000), asSeen: z.boolean().default(false) }),
    output: z.array(Annotation),
    errors: [...READ_ERRORS],
    access: 'read',
  },
  /**
   * Tags spans exactly as given. Unit: UTF-16 code units, half-open, on grapheme borders. Without `entity`, words that are an
   * alias of exactly one are linked to it by rule.
   */
  'annotations:create': {
    input: z.object({ article: ArticleRef, ...content }).partial({ entity: true, attributes: true }),
    output: Annotation,
    errors: [...WRITE_ERRORS, ...contentErrors],
    access: 'write',
  },
  /**
   * Changes what is given of an annotation. Under another label it keeps the entity and the values that fit there; other
   * values are kept unseen.
   */
  'annotations:update': {
    input: z.object({
      annotation: AnnotationRef,
      changes: z.object({ ...content, note: typedText(10_000) }).partial(),
    }),
    output: Annotation,
    errors: [...WRITE_ERRORS, 'annotation-unknown', 'annotation-of-another', ...contentErrors],
    access: 'write',
  },
  /**
   * Changes the label or entity of many annotations of the person's own, all as one step, by the rules of `annotations:update`; says how
   * far it is by events.
   *
   * What is another's (`ofOthers`), and what has a label that the entity is not of (`unfit`), is left as it is and counted.
   */
  'annotations:update-many': {
    input: z.object({
      annotations: z.array(AnnotationRef).min(1).max(20_000),
      changes: z
        .object({ label: content.label, entity: content.entity })
        .partial()
        .refine(({ label, entity }) => label !== undefined || entity !== undefined, 'Say what is to be changed'),
    }),
    output: z.object({ changed: z.int(), ofOthers: z.int(), unfit: z.int() }),
    errors: [...WRITE_ERRORS, ...annotationErrors, ...labelErrors, ...entityErrors],
    access: 'write',
  },
  /**
   * Removes annotations, all as one step, with one's own relations of them and their places on event cards. Where other
   * people's work stands on one it is refused, unless `together` is set.
   */
  'annotations:remove': {
    input: z.object({
      annotations: z.array(AnnotationRef).min(1).max(100_000),
      together: z.boolean().default(false),
    }),
    output: z.object({ removed: z.int() }),
    errors: [...WRITE_ERRORS, ...annotationErrors, 'annotation-of-another', 'annotation-in-use'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
