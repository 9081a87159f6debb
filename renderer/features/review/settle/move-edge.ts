import type { Span } from '#shared/domain/span';
import { findWordEdge } from '#shared/text/words';
import { toTaggedSpan } from '../../../editor/snap-selection.ts';

export type Edge = 'start' | 'end';

/** The stretch with one of its ends a word earlier or later; the same where nothing would be left of it, or the text ends. */
export function moveEdge(text: string, span: Span, edge: Edge, by: 1 | -1): Span {
  const isOutwards = (edge === 'start') === (by === -1);
  const from = findWordEdge(text, span[edge], by);
  if (from === undefined) return span;
  const moved = { ...span, [edge]: from };
  if (isOutwards) return moved;
  return (moved.start < moved.end ? toTaggedSpan(text, moved) : undefined) ?? span;
}
