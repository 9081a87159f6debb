import type { ArticleFilter } from '#shared/domain/filter';

export type FilterChanges = { [K in keyof ArticleFilter]?: ArticleFilter[K] | undefined };

/** A filter without what says nothing: a list that is empty, a value that was taken away. */
export const cleanFilter = (filter: FilterChanges): ArticleFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
