import { z } from 'zod';
import { toBothSides } from './comparison.ts';
import { EntityId } from './ids.ts';

/**
 * What a source is: a linked entity; people whom the text does not name; the outlet itself; words that name somebody who was not
 * linked, of whom it is not known whether they are named or anonymous.
 */
export const SourceKind = z.enum(['named', 'anonymous', 'outlet', 'unlinked']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * Claims that a side gives on a source's word. `first`: as the one whom the text itself quotes; `cited`: as one to whom another
 * source refers; a claim may have it as both. `quoted`, `paraphrased`: of the first, by the claim's voice, where that was said.
 * `per100`: claims of 100 of the side; null where the side has no claims.
 */
const SourceSide = z.object({
  claims: z.int(),
  articles: z.int(),
  first: z.int(),
  cited: z.int(),
  quoted: z.int(),
  paraphrased: z.int(),
  per100: z.number().nullable(),
});
export type SourceSide = z.infer<typeof SourceSide>;

/** Words as most often written, with how many attributions of either side have them; the most frequent first. */
const WordCount = toBothSides(z.int()).extend({ word: z.string() });
export type WordCount = z.infer<typeof WordCount>;

/**
 * Who is quoted, and how often by either side. `words`: those that name it; `verbs`: those of saying.
 *
 * `key` names the row for `compare:lines`. `name`: the entity's; empty for those whom no name is given. The statistics are of
 * claims with it among all claims of a side, positive where A has it more often; null where a side has no claims.
 */
export const Source = toBothSides(SourceSide).extend({
  key: z.string(),
  kind: SourceKind,
  entity: EntityId.nullable(),
  name: z.string(),
  words: z.array(WordCount),
  verbs: z.array(WordCount),
  g2: z.number().nullable(),
  lrc: z.number().nullable(),
});
export type Source = z.infer<typeof Source>;

/** Claims of a side by whom the text quotes for them: the numbers sum up to `claims`. */
const SourceTotals = z.object({
  claims: z.int(),
  named: z.int(),
  anonymous: z.int(),
  outlet: z.int(),
  unlinked: z.int(),
  unattributed: z.int(),
});
export type SourceTotals = z.infer<typeof SourceTotals>;

/** Who is quoted on either side, those with the most claims first. */
export const Sources = z.object({
  totals: toBothSides(SourceTotals),
  sources: z.array(Source),
  /** Verbs of saying over all sources. */
  verbs: z.array(WordCount),
});
export type Sources = z.infer<typeof Sources>;
