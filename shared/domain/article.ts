import { z } from 'zod';
import { Block } from './block.ts';
import { ArticleId, Sha256 } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { typedName } from './typed-text.ts';

/** How far the work on an article is: from each person's own mark and from reviews; never stored by hand. */
export const ArticleState = z.enum(['new', 'tagging', 'done', 'in review', 'checked', 'changed']);
export type ArticleState = z.infer<typeof ArticleState>;

/** What a person may say of their own work on an article. */
export const WorkState = z.enum(['tagging', 'done']);
export type WorkState = z.infer<typeof WorkState>;

/** One line of the library. `annotations` counts those that stand; `byLabel` counts them by label name. */
export const ArticleSummary = z.object({
  uid: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  language: z.string().nullable(),
  sha256: Sha256,
  state: ArticleState,
  annotations: z.int(),
  byLabel: z.record(z.string(), z.int()),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

/** How many articles of one outlet a list has; `null` is of no known outlet. In the list's order. */
export const OutletGroup = z.object({ outlet: z.string().nullable(), articles: z.int() });
export type OutletGroup = z.infer<typeof OutletGroup>;

/**
 * One article with its whole text. `sourceStart` and `sourceEnd` say where in its file it stood: in a page's text (`range`), in
 * UTF-16, or in a table (`row`), in rows from 0. `meta` is what else its file says of it, and what said so.
 */
export const Article = ArticleSummary.extend({
  text: z.string(),
  blocks: z.array(Block),
  byline: z.string().nullable(),
  dateWritten: z.string().nullable(),
  source: z.string(),
  sourceSha256: Sha256,
  place: z.enum(['range', 'row']),
  sourceStart: z.int(),
  sourceEnd: z.int(),
  encoding: z.string(),
  address: z.string().nullable(),
  meta: z.array(z.object({ key: z.string(), value: z.string(), foundBy: z.string() })),
  importedAt: z.iso.datetime(),
});
export type Article = z.infer<typeof Article>;

/** What a person may set right after import; the text is not among it. `null` means that it is not known. */
export const ArticleChanges = z
  .object({
    title: typedName(1000),
    outlet: typedName(200).nullable(),
    date: PartialDate.nullable(),
    byline: typedName(500).nullable(),
  })
  .partial();
export type ArticleChanges = z.infer<typeof ArticleChanges>;
