import { z } from 'zod';
import { ValuesInput } from '../domain/attribute.ts';
import { EntityToMake } from '../domain/entity.ts';
import { ArticleFilter } from '../domain/filter.ts';
import { ArticleRef, SettlementId } from '../domain/ids.ts';
import { CitedRule } from '../domain/review.ts';
import { Adjudication, DoubleTagged, SettlementDecision } from '../domain/settlement.ts';
import { Span } from '../domain/span.ts';
import { typedName, typedText } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const articleErrors = [
  'article-unknown',
  'uid-ambiguous',
  'person-unknown',
  'not-double-tagged',
  'still-blind',
] as const;
const tagErrors = [
  'span-past-end',
  'span-splits-character',
  'spans-overlap',
  'label-unknown',
  'label-retired',
  'entity-unknown',
  'entity-ambiguous',
  'entity-unfit',
  'attribute-unknown',
  'attribute-retired',
  'value-not-understood',
  'entity-exists',
  'entity-kind-unknown',
  'label-without-entities',
  'coordinates-by-halves',
] as const;

/** Whose layers are set side by side, by name; the first two who tagged the article where nobody is named. */
const coders = z.tuple([typedName(100), typedName(100)]).optional();

/** What neither of the two made. `newEntity`: made in the same step, and meant instead of `entity`. */
const SettledTag = z.object({
  label: z.string(),
  spans: z.array(Span).min(1).max(100),
  entity: typedName(300).nullable().optional(),
  newEntity: EntityToMake.optional(),
  attributes: ValuesInput.optional(),
  note: typedText(10_000).default(''),
});

export const adjudicationCalls = {
  /**
   * Articles that two or more people tagged, by title; those that the person at the keyboard still tags blind are left out. `isOpen`: only those
   * that are not settled, or have been changed since.
   */
  'adjudication:list': {
    input: z.object({
      filter: ArticleFilter.prefault({}),
      isOpen: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.object({ total: z.int(), articles: z.array(DoubleTagged) }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
    long: true,
  },
  'adjudication:read': {
    input: z.object({ article: ArticleRef, coders }),
    output: Adjudication,
    errors: [...READ_ERRORS, ...articleErrors],
    access: 'read',
  },
  /** Puts what agrees into the settled layer, by rule; where nothing differs that is all, and the article is settled. */
  'adjudication:start': {
    input: z.object({ article: ArticleRef, coders }),
    output: Adjudication,
    errors: [...WRITE_ERRORS, ...articleErrors],
    access: 'write',
  },
  /**
   * Settles a difference, anew where it was settled before; `annotation`: what stands instead, for `new`. Begins the
   * adjudication where nobody has. Once none is open or unsure, the settled layer is the article's result.
   */
  'adjudication:settle': {
    input: z.object({
      article: ArticleRef,
      coders,
      difference: SettlementId,
      decision: SettlementDecision,
      reason: typedText(1000).default(''),
      comment: typedText(10_000).default(''),
      rule: CitedRule.nullable().default(null),
      annotation: SettledTag.optional(),
    }),
    output: Adjudication,
    errors: [...WRITE_ERRORS, ...articleErrors, ...tagErrors, 'difference-unknown', 'settlement-needs-annotation'],
    access: 'write',
  },
  /** Says something about a difference that has been settled, or is unsure. */
  'adjudication:comment': {
    input: z.object({ article: ArticleRef, coders, difference: SettlementId, text: typedText(10_000).min(1) }),
    output: Adjudication,
    errors: [...WRITE_ERRORS, ...articleErrors, 'difference-unknown', 'difference-open'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
