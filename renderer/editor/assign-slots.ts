import type { Span } from '#shared/domain/span';

type Extent = Span & { uid: string };

/**
 * The slot below the words that each annotation's rule lies in: short ones first, the lowest that no overlapping one has.
 *
 * Slots count from 0 and have no upper end here. Source: docs/decisions/0005-reader.md.
 */
export function assignSlots(extents: readonly Extent[]): Map<string, number> {
  const inOrder = [...extents].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || (a.uid < b.uid ? -1 : 1),
  );
  const taken: Span[][] = [];
  const slots = new Map<string, number>();
  for (const extent of inOrder) {
    let slot = 0;
    while (!takeSlot((taken[slot] ??= []), extent)) slot += 1;
    slots.set(extent.uid, slot);
  }
  return slots;
}

/** Puts a span among those of one slot, which are ascending and apart; false where one of them overlaps it. */
function takeSlot(apart: Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = apart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (apart[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && apart[low - 1]!.end > start) return false;
  apart.splice(low, 0, { start, end });
  return true;
}
