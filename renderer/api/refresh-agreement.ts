import type { QueryClient } from '@tanstack/react-query';

/** What changes how far people agree, or who is compared. */
const kindsThatCount = new Set([
  'annotation',
  'annotator',
  'article',
  'article_work',
  'assignment',
  'batch',
  'label',
  'outlet',
]);

/** Asks for what is on screen of agreement again. */
export function refreshAgreement(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.some((kind) => kindsThatCount.has(kind))) void client.invalidateQueries({ queryKey: ['agreement'] });
}
