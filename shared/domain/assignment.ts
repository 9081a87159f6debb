import { z } from 'zod';
import { WorkState } from './article.ts';
import { ArticleId } from './ids.ts';

/** Who has an article to tag. `blind`: without seeing what others tag; `state` is null until that person began. */
export const Assignment = z.object({
  article: ArticleId,
  title: z.string(),
  annotator: z.string(),
  blind: z.boolean(),
  state: WorkState.nullable(),
});
export type Assignment = z.infer<typeof Assignment>;
