import { z } from 'zod';
import { ArticleFilter } from './filter.ts';
import { SavedFilterId } from './ids.ts';

/** A filter that is kept by name; it travels with the corpus. */
export const SavedFilter = z.object({
  uid: SavedFilterId,
  name: z.string(),
  filter: ArticleFilter,
  annotator: z.string(),
});
export type SavedFilter = z.infer<typeof SavedFilter>;
