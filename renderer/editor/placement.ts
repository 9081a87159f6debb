import { assignSlots } from './assign-slots.ts';
import { countAlike } from './mapped-list.ts';
import type { ReaderAnnotation } from './reader-types.ts';
import type { SpanMapping } from './span-mapping.ts';

/** An annotation with its slot and the stretch from its first to its last character (UTF-16, half-open). */
export type Placed = {
  readonly annotation: ReaderAnnotation;
  readonly start: number;
  readonly end: number;
  /** -1 until it has one. */
  slot: number;
};

type Stretch = { start: number; end: number };

/**
 * Where all annotations of an article stand.
 *
 * A change looks at what differs between the list before and the list now, and sets slots anew in the blocks that it touches
 * and in those that an annotation joins with them; an article has tens of thousands, suggestions counted in.
 */
export class Placement {
  readonly byUid = new Map<string, Placed>();
  /** In reading order, the longer first. */
  readonly inBlock = new Map<number, readonly Placed[]>();
  readonly mapping: SpanMapping;
  #given: readonly (readonly ReaderAnnotation[])[] = [];

  constructor(mapping: SpanMapping) {
    this.mapping = mapping;
  }

  /** Sets all that these lists hold into slots and blocks; the blocks that look otherwise than before. */
  place(...lists: (readonly ReaderAnnotation[])[]): ReadonlySet<number> {
    const gone = new Set<Placed>();
    const fresh: Placed[] = [];
    lists.forEach((list, index) => this.#compare(this.#given[index] ?? [], list, gone, fresh));
    this.#given = lists;
    for (const { annotation } of gone) this.byUid.delete(annotation.uid);
    for (const placed of fresh) this.byUid.set(placed.annotation.uid, placed);
    const changed = this.#placeInBlocks(gone, fresh);
    this.#setSlots(changed);
    return changed;
  }

  /** Finds what goes and what comes. Most changes are of one annotation, so that both lists begin and end alike. */
  #compare(
    before: readonly ReaderAnnotation[],
    now: readonly ReaderAnnotation[],
    gone: Set<Placed>,
    fresh: Placed[],
  ): void {
    if (before === now) return;
    const { head, tail } = countAlike(before, now);
    for (const { uid } of before.slice(head, before.length - tail)) gone.add(this.byUid.get(uid)!);
    for (const annotation of now.slice(head, now.length - tail)) {
      const known = this.byUid.get(annotation.uid);
      if (known && isSameAnnotation(known.annotation, annotation)) gone.delete(known);
      else fresh.push({ annotation, ...findExtent(annotation), slot: -1 });
    }
  }

  #placeInBlocks(gone: ReadonlySet<Placed>, came: readonly Placed[]): Set<number> {
    const coming = new Map<number, Placed[]>();
    for (const placed of gone) for (const block of listBlocks(placed, this.mapping)) coming.set(block, []);
    for (const placed of came) {
      for (const block of listBlocks(placed, this.mapping)) {
        const there = coming.get(block);
        if (there) there.push(placed);
        else coming.set(block, [placed]);
      }
    }
    for (const [block, placed] of coming) {
      const staying = (this.inBlock.get(block) ?? []).filter((one) => !gone.has(one));
      this.inBlock.set(block, [...staying, ...placed].sort(byPlace));
    }
    return new Set(coming.keys());
  }

  /** Adds the blocks in which a slot is another one now. */
  #setSlots(changed: Set<number>): void {
    const seen = new Set<number>();
    for (const block of [...changed]) {
      const joined = this.#listJoined(block, seen);
      const slots = assignSlots(joined.map(({ annotation, start, end }) => ({ uid: annotation.uid, start, end })));
      for (const placed of joined) {
        const slot = slots.get(placed.annotation.uid)!;
        if (placed.slot !== slot) for (const each of listBlocks(placed, this.mapping)) changed.add(each);
        placed.slot = slot;
      }
    }
  }

  /** What stands in a block and in those that it shares an annotation with, at one or more removes; none of blocks seen before. */
  #listJoined(block: number, seen: Set<number>): Placed[] {
    const joined = new Set<Placed>();
    const blocks = [block];
    for (const next of blocks) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const placed of this.inBlock.get(next) ?? []) {
        if (joined.has(placed)) continue;
        joined.add(placed);
        blocks.push(...listBlocks(placed, this.mapping));
      }
    }
    return [...joined];
  }
}

/** The blocks that an annotation stands in or passes, in order. */
export function listBlocks({ start, end }: Placed, mapping: SpanMapping): number[] {
  const first = mapping.findBlock(start);
  const last = mapping.findBlock(end - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Annotations on the character at `offset`, innermost first. */
export function listAt({ inBlock }: Placement, mapping: SpanMapping, offset: number): Placed[] {
  const there = inBlock.get(mapping.findBlock(offset)) ?? [];
  return there
    .filter(({ annotation }) => annotation.spans.some(({ start, end }) => start <= offset && offset < end))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.slot - b.slot);
}

/** The next annotation in reading order after a place, or the previous before it; goes round at the ends. */
export function findNext(
  { inBlock, mapping }: Placement,
  from: Stretch & { uid: string },
  direction: 1 | -1,
): Placed | undefined {
  const place = { ...from, annotation: { uid: from.uid } };
  const count = mapping.findBlock(Infinity) + 1;
  const first = mapping.findBlock(from.start);
  for (let step = 0; step <= count; step += 1) {
    const block = (first + direction * step + count * 2) % count;
    const isBeyond = (placed: Placed) =>
      mapping.findBlock(placed.start) === block && (step > 0 || byPlace(placed, place) * direction > 0);
    const there = inBlock.get(block) ?? [];
    const next = direction === 1 ? there.find(isBeyond) : there.findLast(isBeyond);
    if (next) return next;
  }
  return undefined;
}

type Ordered = Stretch & { annotation: { uid: string } };

const byPlace = (a: Ordered, b: Ordered) =>
  a.start - b.start ||
  b.end - a.end ||
  (a.annotation.uid < b.annotation.uid ? -1 : Number(a.annotation.uid !== b.annotation.uid));

function findExtent({ spans }: ReaderAnnotation): Stretch {
  let start = Infinity;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

function isSameAnnotation(a: ReaderAnnotation, b: ReaderAnnotation): boolean {
  if (a === b) return true;
  return (
    a.state === b.state &&
    a.name === b.name &&
    a.label.letter === b.label.letter &&
    a.label.colour === b.label.colour &&
    a.label.line === b.label.line &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, index) => span.start === b.spans[index]!.start && span.end === b.spans[index]!.end)
  );
}
