import { z } from 'zod';
import { BlockKind } from './block.ts';
import { Compared, SideName, Voice } from './comparison.ts';
import { AnnotationId } from './ids.ts';
import { MOST_HITS, SearchHit } from './search.ts';

/**
 * Which mentions of a side are meant. `form`: by its words in any writing. What is left out sets nothing; claims are meant only by
 * their label, by the key of a source (`compare:sources`), by a verb that says them, in any writing, or by the event card that they are
 * on, by uid. One attribution has the source and the verb, where both are asked for.
 * `unlinked`: instead of all these, claims that stand on no event card and have such words in them; any words where it is empty.
 */
export const MentionsMeant = z.object({
  entity: z.string().optional(),
  label: z.string().optional(),
  form: z.string().max(5000).optional(),
  voice: Voice.optional(),
  source: z.string().max(5000).optional(),
  verb: z.string().max(5000).optional(),
  card: z.uuid().optional(),
  unlinked: z.string().max(500).optional(),
});
export type MentionsMeant = z.infer<typeof MentionsMeant>;

/** A mention in its context, by its first span. `block`: what it stands in; null between blocks. */
export const MentionLine = SearchHit.extend({
  annotation: AnnotationId,
  label: z.string(),
  voice: Voice,
  block: BlockKind.nullable(),
  isChecked: z.boolean(),
  isLoaded: z.boolean(),
});
export type MentionLine = z.infer<typeof MentionLine>;

/**
 * Mentions of a side in their context. `sort`: newest article first, or by the words beside them, nearest word first. Context: so
 * many UTF-16 units on each side.
 */
export const MentionLinesInput = Compared.extend({
  of: z.literal('mentions'),
  side: SideName,
  ...MentionsMeant.shape,
  sort: z.enum(['newest', 'left', 'right']).default('newest'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(MOST_HITS).default(50),
  context: z.int().min(0).max(1000).default(60),
});
export type MentionLinesInput = z.infer<typeof MentionLinesInput>;

/** `total` lines in so many `articles`; a page of them. */
export const MentionLines = z.object({ total: z.int(), articles: z.int(), lines: z.array(MentionLine) });
export type MentionLines = z.infer<typeof MentionLines>;
