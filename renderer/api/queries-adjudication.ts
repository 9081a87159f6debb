import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { call } from './client.ts';

/** Whose layers are set side by side, by name; undefined for the two that the corpus takes by itself. */
export type Coders = [left: string, right: string] | undefined;

/** How long an article's two layers are kept when they are closed. */
const KEPT_MS = 5000;

export const adjudicationQueries = {
  /** The first articles that several people tagged. `isOpen`: those that are not settled, or have been changed since. */
  list: (isOpen: boolean, limit: number) =>
    queryOptions({
      queryKey: ['adjudications', 'list', isOpen, limit],
      queryFn: () => call('adjudication:list', { isOpen, limit }),
      placeholderData: keepPreviousData,
    }),
  article: (article: string, coders: Coders) =>
    queryOptions({
      queryKey: ['adjudications', article, coders ?? null],
      queryFn: () => call('adjudication:read', { article: article, coders }),
      gcTime: KEPT_MS,
    }),
};

/** Changes of which nobody who settles hears. */
const kindsThatDoNotDiffer = new Set([
  'codebook_version',
  'dismissal',
  'prediction',
  'propagation_rule',
  'saved_filter',
]);

/** Asks again for what two people differ in, unless what changed has nothing to do with it. */
export function refreshAdjudications(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.every((kind) => kindsThatDoNotDiffer.has(kind))) return;
  void client.invalidateQueries({ queryKey: ['adjudications'] });
}
