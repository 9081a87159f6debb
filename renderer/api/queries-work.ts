import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { WorkStage } from '#shared/domain/work';
import { call } from './client.ts';

/** What the page knows of who tags what, and how far it is. */
export const workQueries = {
  /** How far the work is, by person and by outlet. */
  progress: () => queryOptions({ queryKey: ['work', 'progress'], queryFn: () => call('work:progress', {}) }),
  /** The first articles behind a number of it. */
  articles: (behind: { person?: string; outlet?: string | null; stage: WorkStage }, limit: number) =>
    queryOptions({
      queryKey: ['work', 'articles', behind, limit],
      queryFn: () => call('work:articles', { ...behind, limit }),
    }),
  /** How many articles whoever is at the keyboard tags blind still. */
  blind: () => queryOptions({ queryKey: ['work', 'blind'], queryFn: () => call('work:blind', {}) }),
  /** What giving articles out would come to. */
  deal: (choice: Input<'assignments:preview'>) =>
    queryOptions({
      queryKey: ['work', 'deal', choice],
      queryFn: () => call('assignments:preview', choice),
      retry: false,
      gcTime: 0,
    }),
};

/** Changes after which the work may be further, or somebody else's. */
const kindsOfWork = new Set([
  'article',
  'article_work',
  'assignment',
  'annotation',
  'annotator',
  'adjudication',
  'review',
  'outlet',
  'batch',
]);

/** Asks again for the work after a change of one of these kinds. */
export function refreshWork(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.some((kind) => kindsOfWork.has(kind))) void client.invalidateQueries({ queryKey: ['work'] });
}
