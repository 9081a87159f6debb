import type { QueryClient } from '@tanstack/react-query';

/** A comparison is counted again so long after the last change, in milliseconds: tags come in bursts. */
const QUIET_MS = 400;

/** Changes of which no comparison hears. */
const kindsThatDoNotCount = new Set([
  'codebook_version',
  'dismissal',
  'prediction',
  'propagation_rule',
  'review_comment',
  'saved_filter',
]);

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for comparisons again once nothing has changed for a moment; what is on screen stays until the answer is there. */
export function refreshComparisons(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.every((kind) => kindsThatDoNotCount.has(kind))) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void client.invalidateQueries({ queryKey: ['compare'] }), QUIET_MS);
}
