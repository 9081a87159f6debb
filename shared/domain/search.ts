import { z } from 'zod';
import { AnnotationId, ArticleId } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/**
 * In which order hits are given: newest article first; most relevant article first; by the words before or after the hit, nearest
 * word first.
 */
export const SearchSort = z.enum(['newest', 'relevance', 'left', 'right']);
export type SearchSort = z.infer<typeof SearchSort>;

/**
 * Words in their context. Unit: UTF-16, half-open, of the text, or of the title where that is no part of the text (`where`).
 * `left`, `match` and `right` stand beside one another in it, exactly.
 */
export const SearchHit = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  where: z.enum(['text', 'title']),
  left: z.string(),
  match: z.string(),
  right: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/**
 * Hits, and how many there are. `total` counts hits, `articles` those that hold them; where they are not exact there are at least
 * so many. `isIndexed` is false while the index is being made: then articles may be missing.
 */
export const SearchResult = z.object({
  total: z.int(),
  articles: z.int(),
  isExact: z.object({ total: z.boolean(), articles: z.boolean() }),
  isIndexed: z.boolean(),
  hits: z.array(SearchHit),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** Where a list of hits goes on: after so many hits of an article. */
export const SearchPlace = z.object({ article: ArticleId, hits: z.int().nonnegative() });
export type SearchPlace = z.infer<typeof SearchPlace>;

/** An annotation in the context of its first span; the offsets are those of that span. */
export const AnnotationHit = SearchHit.extend({
  annotation: AnnotationId,
  label: z.string(),
  entity: z.string().nullable(),
  annotator: z.string(),
});
export type AnnotationHit = z.infer<typeof AnnotationHit>;

/**
 * A value that an annotation has: of an attribute by name, or of a field as `group.field`; an entity by name or uid, or what
 * stands there as text, number or words of an article, in any case. Without a value: any.
 */
export const ValueCondition = z.object({ attribute: z.string().max(200), value: z.string().max(500).optional() });
export type ValueCondition = z.infer<typeof ValueCondition>;

/** So many hits are given at once, sorted by their context, or tagged in one step, at most. */
export const MOST_HITS = 10_000;
