import { z } from 'zod';
import { SideName, toBothSides } from './comparison.ts';
import { AnnotationId, ArticleId } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/** `event`: a card of claims. `day`: one or more days in a row. */
export const SilenceKind = z.enum(['entity', 'place', 'event', 'day']);
export type SilenceKind = z.infer<typeof SilenceKind>;

/** At most so many rows of a kind and side are given, those that are least like chance. */
export const MOST_SILENCES = 1000;
/** A silence that chance would bring about more often than this may be chance. */
export const MAY_BE_CHANCE = 0.05;

/**
 * What one side has and the other has not.
 *
 * `mentions`: annotations of an entity, claims of an event, 0 for days. `first`, `last`: dates of its articles; of days, the days
 * themselves. `expected`: articles that the silent side would have at the other's rate; `chance`: how likely it is to have none
 * then (Poisson); both null where the silent side has no articles at all. `example`: the first annotation of it, where it begins.
 */
export const Silence = z.object({
  kind: SilenceKind,
  has: SideName,
  /** The entity or the card; null for days. */
  uid: z.uuid().nullable(),
  name: z.string(),
  mentions: z.int(),
  articles: z.int(),
  first: PartialDate.nullable(),
  last: PartialDate.nullable(),
  expected: z.number().nullable(),
  chance: z.number().nullable(),
  example: z.object({ article: ArticleId, annotation: AnnotationId.nullable() }),
});
export type Silence = z.infer<typeof Silence>;

const KindTotals = z.record(SilenceKind, z.int());

/**
 * What either side is silent about: the least like chance first, then what may be chance, then what has nothing to be compared with.
 *
 * `totals`: how many of each kind a side has alone, with those that are not given. `span`: the days on which both sides have
 * articles before and after, in which days are compared; null where there is none. `undated`: articles without a day.
 */
export const Silences = z.object({
  silences: z.array(Silence),
  totals: toBothSides(KindTotals),
  articles: toBothSides(z.int()),
  span: z.object({ from: PartialDate, to: PartialDate }).nullable(),
  undated: toBothSides(z.int()),
});
export type Silences = z.infer<typeof Silences>;
