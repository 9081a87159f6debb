import { z } from 'zod';
import { Annotation } from '../domain/annotation.ts';
import { ValuesInput } from '../domain/attribute.ts';
import { ArticleRef } from '../domain/ids.ts';
import { Span } from '../domain/span.ts';
import {
  Dismissed,
  MOST_AT_ONCE,
  MOST_PREDICTIONS,
  NewPrediction,
  Suggestion,
  SuggestionId,
  SuggestionRule,
} from '../domain/suggestion.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const articleErrors = ['article-unknown', 'uid-ambiguous'] as const;
const spanErrors = ['span-past-end', 'span-splits-character', 'spans-overlap'] as const;

/** A suggestion as it was listed: what its id is made from, so that nothing has to be computed again. */
const named = {
  id: SuggestionId,
  label: z.string(),
  rule: SuggestionRule,
  spans: z.array(Span).min(1).max(100),
};

export const suggestionCalls = {
  /**
   * What the program proposes for an article, in reading order, but for what the person has tagged there or dismissed. In an article
   * that is assigned blind to them nothing rests on other people's tags on it. Where nobody is known, everybody's tags are left out.
   * `total`: how many there are; without `limit` all of them come.
   */
  'suggestions:list': {
    input: z.object({
      article: ArticleRef,
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).optional(),
    }),
    output: z.object({ total: z.int(), suggestions: z.array(Suggestion) }),
    errors: [...READ_ERRORS, ...articleErrors],
    access: 'read',
    long: true,
  },
  /**
   * Makes annotations of suggestions, as they were listed or with another label (`as`), entity or attributes, as one step.
   *
   * `unfit`: those that no longer fit, because the person has tagged there meanwhile, or an entity or an attribute is gone.
   */
  'suggestions:take': {
    input: z.object({
      article: ArticleRef,
      suggestions: z
        .array(
          z.object({
            ...named,
            as: z.string().optional(),
            /** By uid or name; null: none. Without it, words that are an alias of exactly one are linked to that by rule. */
            entity: typedName(300).nullable().optional(),
            attributes: ValuesInput.default({}),
          }),
        )
        .min(1)
        .max(MOST_AT_ONCE),
    }),
    output: z.object({ annotations: z.array(Annotation), unfit: z.array(SuggestionId) }),
    errors: [...WRITE_ERRORS, ...articleErrors, ...spanErrors, 'suggestion-unknown', 'label-unknown', 'label-retired'],
    access: 'write',
  },
  /** Proposes these to the person no more, by no rule, as one step; gives how many are new. */
  'suggestions:dismiss': {
    input: z.object({ article: ArticleRef, suggestions: z.array(z.object(named)).min(1).max(MOST_AT_ONCE) }),
    output: z.object({ dismissed: z.int() }),
    errors: [...WRITE_ERRORS, ...articleErrors, ...spanErrors, 'suggestion-unknown', 'label-unknown'],
    access: 'write',
  },
  /** What the person has dismissed in an article, in reading order. */
  'suggestions:dismissed': {
    input: z.object({ article: ArticleRef }),
    output: z.object({ dismissed: z.array(Dismissed) }),
    errors: [...READ_ERRORS, ...articleErrors],
    access: 'read',
  },
  /** Proposes again what the person has dismissed, as one step; gives how many there were. */
  'suggestions:restore': {
    input: z.object({ article: ArticleRef, ids: z.array(SuggestionId).min(1).max(MOST_AT_ONCE) }),
    output: z.object({ restored: z.int() }),
    errors: [...WRITE_ERRORS, ...articleErrors],
    access: 'write',
  },
  /**
   * Keeps what another tool proposes, as one step: it is suggested from then on, and counts and is exported no more than other
   * suggestions. What the tool has said of a place already, with the same label, is left as it is.
   */
  'predictions:add': {
    input: z.object({
      tool: typedName(200),
      predictions: z.array(NewPrediction).min(1).max(MOST_PREDICTIONS),
    }),
    output: z.object({ added: z.int(), alreadyThere: z.int() }),
    errors: [...WRITE_ERRORS, ...articleErrors, ...spanErrors, 'label-unknown', 'label-retired', 'cancelled'],
    access: 'write',
    job: true,
  },
} as const satisfies Record<string, Channel>;
