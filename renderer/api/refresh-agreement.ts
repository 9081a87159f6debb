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

/** Where figures stand beside something else, they are as they were when that was opened: no key there waits for them. */
export const BESIDE = 'agreement beside';

/** Asks for what is on screen of agreement again; what stands beside something else is asked for when that is next opened. */
export function refreshAgreement(client: QueryClient, kinds: readonly string[]): void {
  if (!kinds.some((kind) => kindsThatCount.has(kind))) return;
  void client.invalidateQueries({ queryKey: ['agreement'] });
  void client.invalidateQueries({ queryKey: [BESIDE], refetchType: 'none' });
}
