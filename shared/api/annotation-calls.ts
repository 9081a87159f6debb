import { z } from 'zod';
import { Annotation } from '../domain/annotation.ts';
import { Codebook, LabelKey, LabelName } from '../domain/codebook.ts';
import { AnnotationFilter } from '../domain/filter.ts';
import { AnnotationRef, ArticleRef, StepId } from '../domain/ids.ts';
import { HistoryRow, Step, UndoState } from '../domain/journal.ts';
import { Span } from '../domain/span.ts';
import { typedText } from '../domain/typed-text.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const spanErrors = ['span-past-end', 'span-splits-character', 'spans-overlap'] as const;
const labelErrors = ['label-unknown', 'label-retired'] as const;
const articleErrors = ['article-unknown', 'uid-ambiguous'] as const;
const annotationErrors = ['annotation-unknown', 'uid-ambiguous'] as const;

export const annotationCalls = {
  /** Annotations that stand, in reading order of each article: everybody's, or those of one layer; `result` are those that count. */
  'annotations:list': {
    input: z.object({
      filter: AnnotationFilter.default({}),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(20_000).default(5000),
    }),
    output: z.object({ total: z.int(), annotations: z.array(Annotation) }),
    errors: [...READ_ERRORS, ...articleErrors],
    access: 'read',
  },
  /** Tags spans exactly as given. Unit: UTF-16 code units, half-open, on grapheme borders. */
  'annotations:create': {
    input: z.object({ article: ArticleRef, label: z.string(), spans: z.array(Span).min(1).max(100) }),
    output: Annotation,
    errors: [...WRITE_ERRORS, ...articleErrors, ...spanErrors, ...labelErrors],
    access: 'write',
  },
  'annotations:update': {
    input: z.object({
      annotation: AnnotationRef,
      changes: z.object({ label: z.string(), spans: z.array(Span).min(1).max(100), note: typedText(10_000) }).partial(),
    }),
    output: Annotation,
    errors: [...WRITE_ERRORS, ...annotationErrors, 'annotation-of-another', ...spanErrors, ...labelErrors],
    access: 'write',
  },
  /** Removes annotations, all as one step. */
  'annotations:remove': {
    input: z.object({ annotations: z.array(AnnotationRef).min(1).max(100_000) }),
    output: z.object({ removed: z.int() }),
    errors: [...WRITE_ERRORS, ...annotationErrors, 'annotation-of-another'],
    access: 'write',
  },

  'codebook:get': { input: z.object({}), output: Codebook, errors: READ_ERRORS, access: 'read' },
  /** `excludes`: names of labels that cannot be meant at once with this one, or `all`. */
  'codebook:add-label': {
    input: z.object({
      name: LabelName,
      key: LabelKey.nullable().default(null),
      excludes: z.union([z.literal('all'), z.array(z.string())]).default([]),
    }),
    output: Codebook,
    errors: [...WRITE_ERRORS, 'label-exists', 'label-unknown', 'key-taken', 'labels-full'],
    access: 'write',
  },

  /** Rows of the journal, newest first. */
  'history:list': {
    input: z.object({
      article: ArticleRef.optional(),
      annotation: AnnotationRef.optional(),
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(10_000).default(500),
    }),
    output: z.array(HistoryRow),
    errors: [...READ_ERRORS, ...articleErrors, ...annotationErrors],
    access: 'read',
  },
  'history:undo-state': { input: z.object({}), output: UndoState, errors: READ_ERRORS, access: 'read' },
  /**
   * Takes back the newest step of the person at the keyboard. Where later steps stand on it, it is refused
   * (`undo-takes-others`) unless `together` is set: then they are all taken back as one.
   */
  'history:undo': {
    input: z.object({ together: z.boolean().default(false) }),
    output: z.object({ taken: z.array(Step), step: StepId }),
    errors: [...WRITE_ERRORS, 'nothing-to-undo', 'undo-takes-others'],
    access: 'write',
  },
  'history:redo': {
    input: z.object({ together: z.boolean().default(false) }),
    output: z.object({ taken: z.array(Step), step: StepId }),
    errors: [...WRITE_ERRORS, 'nothing-to-redo', 'undo-takes-others'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
