import type { QueryClient } from '@tanstack/react-query';

/** Asked again so long after the last change, in milliseconds: repairs come one after the other. */
const QUIET_MS = 300;
const kindsThatTell = new Set([
  'annotation',
  'exemption',
  'entity',
  'entity_alias',
  'label',
  'article',
  'article_work',
  'assignment',
  'attribute',
  'outlet',
  'review',
  'batch',
  'adjudication',
]);

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Looks again for what does not fit together, once nothing has changed for a moment. */
export function refreshConsistency(client: QueryClient, kinds: readonly string[]): void {
  if (!kinds.some((kind) => kindsThatTell.has(kind))) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void client.invalidateQueries({ queryKey: ['consistency'] }), QUIET_MS);
}
