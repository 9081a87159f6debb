import type { Span } from '#shared/domain/span';
import { hasVisible } from '#shared/text/invisible';
import { findWordEdge } from '#shared/text/words';
import { toTaggedSpan } from '../../../editor/snap-selection.ts';

export type Edge = 'start' | 'end';

/** The next border of a word up to which there is something to be seen: a mark of direction is no step by itself. */
function findSeenEdge(text: string, from: number, by: 1 | -1): number | undefined {
  const next = findWordEdge(text, from, by);
  if (next === undefined || hasVisible(text.slice(Math.min(from, next), Math.max(from, next)))) return next;
  return findSeenEdge(text, next, by);
}

/** The stretch with one of its ends a word earlier or later; the same where nothing would be left of it, or the text ends. */
export function moveEdge(text: string, span: Span, edge: Edge, by: 1 | -1): Span {
  const isOutwards = (edge === 'start') === (by === -1);
  const from = findSeenEdge(text, span[edge], by);
  if (from === undefined) return span;
  const moved = { ...span, [edge]: from };
  if (isOutwards) return moved;
  return (moved.start < moved.end ? toTaggedSpan(text, moved) : undefined) ?? span;
}
