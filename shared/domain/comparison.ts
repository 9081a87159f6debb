import { z } from 'zod';
import { ArticleFilter } from './filter.ts';

export const SideName = z.enum(['a', 'b']);
export type SideName = z.infer<typeof SideName>;

/** What is set against what. `checkedOnly`: only annotations that somebody has checked count. An article may be on both sides. */
export const Compared = z.object({
  a: ArticleFilter.default({}),
  b: ArticleFilter.default({}),
  checkedOnly: z.boolean().default(false),
});
export type Compared = z.infer<typeof Compared>;

/** One value for each side. */
export const toBothSides = <T extends z.ZodType>(value: T) => z.object({ a: value, b: value });
export type BothSides<T> = Record<SideName, T>;

/**
 * Whose words a mention stands in: the outlet's own; inside quotation marks; in a claim that is attributed to another, but for the
 * words that say who makes it, which are the outlet's.
 */
export const Voice = z.enum(['own', 'quoted', 'attributed']);
export type Voice = z.infer<typeof Voice>;
export const VoiceCounts = z.object({ own: z.int(), quoted: z.int(), attributed: z.int() });
export type VoiceCounts = z.infer<typeof VoiceCounts>;

/** A side with fewer than these is thin: what is said of it may be chance. */
export const THIN = { articles: 5, mentions: 20 } as const;

/**
 * What was counted of one side. Tokens, annotations and mentions are those that count: of results, outside boilerplate and repeats.
 *
 * `boilerplate`: tokens that were left out with it. `mentions`: annotations with a label other than claim. `by`: whose annotations an
 * article's result is made from, by name, in how many articles; null where people settled it.
 */
export const SideCounts = z.object({
  articles: z.int(),
  tokens: z.int(),
  boilerplate: z.int(),
  annotations: z.int(),
  unchecked: z.int(),
  mentions: z.int(),
  claims: z.int(),
  thin: z.array(z.enum(['articles', 'mentions'])),
  by: z.array(z.object({ annotator: z.string().nullable(), articles: z.int() })),
});
export type SideCounts = z.infer<typeof SideCounts>;

/** `onBoth`: articles that both filters mean, which count on either side. */
export const ComparisonCounts = toBothSides(SideCounts).extend({ onBoth: z.int() });
export type ComparisonCounts = z.infer<typeof ComparisonCounts>;
