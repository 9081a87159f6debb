import { z } from 'zod';
import { AnnotationState } from './annotation.ts';
import { ArticleState } from './article.ts';
import { ArticleRef } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/**
 * Which articles are meant; empty means all. Dates hold for articles whose date is known.
 *
 * `search`: what their words are to be, as `search:text` reads it. `outlets`: by name or alias. `labels`, `annotators`,
 * `entities` (by uid, name or alias): articles that hold an annotation which is one of each.
 */
export const ArticleFilter = z
  .object({
    articles: z.array(ArticleRef).max(10_000),
    outlets: z.array(z.string()).max(200),
    from: PartialDate,
    to: PartialDate,
    states: z.array(ArticleState),
    title: z.string().max(200),
    search: z.string().max(2000),
    labels: z.array(z.string()).max(50),
    annotators: z.array(z.string()).max(200),
    entities: z.array(z.string()).max(200),
  })
  .partial();
export type ArticleFilter = z.infer<typeof ArticleFilter>;

/** Which annotations are meant, of the articles that are meant; labels, annotators and entities are those of the annotations. */
export const AnnotationFilter = ArticleFilter.extend({
  layer: z.enum(['own', 'settled', 'result']).optional(),
  annotationStates: z.array(AnnotationState).optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** The articles that annotations are looked for in: what says which annotations are meant says nothing of the articles. */
export function toArticleFilter(filter: AnnotationFilter): ArticleFilter {
  const articles = { ...filter };
  for (const name of ['labels', 'annotators', 'entities', 'layer', 'annotationStates'] as const) delete articles[name];
  return articles;
}

/** A filter with some of its parts set otherwise; undefined takes a part away. */
export const changeFilter = <F extends ArticleFilter>(filter: F, changes: { [K in keyof F]?: F[K] | undefined }): F =>
  Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined)) as F;
