import { z } from 'zod';

/** What a stretch of an article is. A block's kind may be corrected later, its text not. */
export const BlockKind = z.enum([
  'title',
  'byline',
  'dateline',
  'heading',
  'paragraph',
  'list item',
  'caption',
  'quote',
  'related',
  'update',
  'boilerplate',
  'other',
]);
export type BlockKind = z.infer<typeof BlockKind>;

/**
 * Blocks are in order, do not overlap, and cover an article's text but for the blank lines between.
 *
 * Unit: UTF-16 code units of the article's text, half-open. `repeatOf` counts blocks from 0 and points backwards.
 */
export const Block = z.object({
  kind: BlockKind,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  repeatOf: z.int().nonnegative().nullable(),
  foundBy: z.string(),
});
export type Block = z.infer<typeof Block>;
