import { z } from 'zod';
import { AttributeValues, ValuesInput } from './attribute.ts';
import { ArticleId, ArticleRef, EntityId } from './ids.ts';
import { QuotedSpan, Span } from './span.ts';
import { typedName } from './typed-text.ts';

/**
 * What a suggestion rests on. From the corpus: `alias` (a name of an entity), `tagged` (tagged so before), `propagation` (a kept
 * rule), `prediction` (another tool). From the text alone: the other ones.
 */
export const SuggestionRule = z.enum([
  'alias',
  'tagged',
  'propagation',
  'prediction',
  'place',
  'state',
  'organisation',
  'institution',
  'person',
  'acronym',
  'name',
  'repeat',
  'figure',
  'attribution',
  'quotation',
]);
export type SuggestionRule = z.infer<typeof SuggestionRule>;

/** Made from article, rule, label and spans: the same suggestion has the same one wherever it is computed. */
export const SuggestionId = z.uuid().brand<'SuggestionId'>();
export type SuggestionId = z.infer<typeof SuggestionId>;

/**
 * A span and label that the program proposes; computed, never stored, and no annotation until a person takes it.
 *
 * `reason`: the words that `messages/en/suggestions.ts` makes a sentence of. `confidence`: from 0 to 1, only for order. `label` and
 * `entity` are names.
 */
export const Suggestion = z.object({
  id: SuggestionId,
  article: ArticleId,
  label: z.string(),
  spans: z.array(QuotedSpan).min(1),
  entity: z.string().nullable(),
  entityUid: EntityId.nullable(),
  rule: SuggestionRule,
  reason: z.record(z.string(), z.union([z.string(), z.number()])),
  confidence: z.number().min(0).max(1),
  attributes: AttributeValues,
});
export type Suggestion = z.infer<typeof Suggestion>;

/** So many suggestions of an article are taken or dismissed as one step, in one transaction of about 0.3 s. */
export const MOST_AT_ONCE = 500;

/** A suggestion that a person has dismissed. `label` is a name. */
export const Dismissed = Suggestion.pick({ id: true, article: true, label: true, spans: true, rule: true });
export type Dismissed = z.infer<typeof Dismissed>;

/** Predictions that are stored by one call. */
export const MOST_PREDICTIONS = 100_000;

/**
 * What another tool proposes. `score`: from 0 to 1, where it gives one. `entity`: the name that it gives. `attributes`: by name; those
 * that do not fit the codebook are left out when it is suggested.
 */
export const NewPrediction = z.object({
  article: ArticleRef,
  label: z.string(),
  spans: z.array(Span).min(1).max(100),
  score: z.number().min(0).max(1).nullable().default(null),
  entity: typedName(300).nullable().default(null),
  attributes: ValuesInput.default({}),
});
export type NewPrediction = z.infer<typeof NewPrediction>;
