import { useCallback } from 'react';
import { useKept } from './use-kept.ts';

const toKey = (one: string, other: string) => [one, other].sort().join(' ');
const none: readonly string[] = [];

/**
 * Pairs of claims, by uid and in either order, of which a person has said that they are not about one event: nothing offers them again
 * while the corpus is open. No row of the corpus says so.
 */
export function useAside() {
  const [aside, change] = useKept('not the same event', none);
  return {
    isAside: useCallback((one: string, other: string) => aside.includes(toKey(one, other)), [aside]),
    putAside: (one: string, other: string) => change((before) => [...before, toKey(one, other)]),
  };
}
