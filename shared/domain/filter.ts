import { z } from 'zod';
import { ArticleState } from './article.ts';
import { ArticleRef } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/** Which articles are meant; empty means all. Dates hold for articles whose date is known. */
export const ArticleFilter = z
  .object({
    articles: z.array(ArticleRef).max(10_000),
    outlets: z.array(z.string()).max(200),
    from: PartialDate,
    to: PartialDate,
    states: z.array(ArticleState),
    title: z.string().max(200),
  })
  .partial();
export type ArticleFilter = z.infer<typeof ArticleFilter>;

/** Which annotations are meant, of the articles that are meant. */
export const AnnotationFilter = ArticleFilter.extend({
  labels: z.array(z.string()).max(50).optional(),
  annotators: z.array(z.string()).max(200).optional(),
  layer: z.enum(['own', 'settled', 'result']).optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;
