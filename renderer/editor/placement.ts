import { assignSlots } from './assign-slots.ts';
import type { ReaderAnnotation } from './reader-types.ts';
import type { SpanMapping } from './span-mapping.ts';

/** An annotation with its slot and the stretch from its first to its last character (UTF-16, half-open). */
export type Placed = { annotation: ReaderAnnotation; start: number; end: number; slot: number };

type Stretch = { start: number; end: number };

/**
 * Where all annotations of an article stand.
 *
 * A change looks at what differs between the list before and the list now, and sets only those anew that overlap a changed
 * one, at one or more removes; all others stay the same objects.
 */
export class Placement {
  /** In reading order, the longer first. */
  inOrder: readonly Placed[] = [];
  readonly byUid = new Map<string, Placed>();
  readonly inBlock = new Map<number, readonly Placed[]>();
  #given: readonly (readonly ReaderAnnotation[])[] = [];
  readonly #mapping: SpanMapping;

  constructor(mapping: SpanMapping) {
    this.#mapping = mapping;
  }

  /** Sets all that these lists hold into slots and blocks; the blocks that look otherwise than before. */
  place(...lists: (readonly ReaderAnnotation[])[]): ReadonlySet<number> {
    const gone = new Set<Placed>();
    const fresh: Placed[] = [];
    lists.forEach((list, index) => this.#compare(this.#given[index] ?? [], list, gone, fresh));
    this.#given = lists;
    if (gone.size + fresh.length === 0) return new Set();
    const standing = gone.size === 0 ? this.inOrder : this.inOrder.filter((placed) => !gone.has(placed));
    const inOrder = merge(standing, fresh.sort(byPlace));
    const came: Placed[] = [];
    for (const { first, next } of listTouchedRuns(inOrder, [...fresh, ...gone])) {
      const run = inOrder.slice(first, next);
      const slots = assignSlots(run.map(({ annotation, start, end }) => ({ uid: annotation.uid, start, end })));
      run.forEach((placed, index) => {
        const slot = slots.get(placed.annotation.uid)!;
        if (placed.slot === slot) return;
        if (placed.slot !== -1) gone.add(placed);
        came.push((inOrder[first + index] = { ...placed, slot }));
      });
    }
    this.inOrder = inOrder;
    for (const { annotation } of gone) this.byUid.delete(annotation.uid);
    for (const placed of came) this.byUid.set(placed.annotation.uid, placed);
    return this.#placeInBlocks(gone, came);
  }

  /** Finds what goes and what comes. Most changes are of one annotation, so that both lists begin and end alike. */
  #compare(
    before: readonly ReaderAnnotation[],
    now: readonly ReaderAnnotation[],
    gone: Set<Placed>,
    fresh: Placed[],
  ): void {
    const shorter = Math.min(before.length, now.length);
    let alike = 0;
    while (alike < shorter && before[alike] === now[alike]) alike += 1;
    let alikeAtEnd = 0;
    while (alikeAtEnd < shorter - alike && before.at(-1 - alikeAtEnd) === now.at(-1 - alikeAtEnd)) alikeAtEnd += 1;
    for (const { uid } of before.slice(alike, before.length - alikeAtEnd)) gone.add(this.byUid.get(uid)!);
    for (const annotation of now.slice(alike, now.length - alikeAtEnd)) {
      const known = this.byUid.get(annotation.uid);
      if (known && isSameAnnotation(known.annotation, annotation)) gone.delete(known);
      else fresh.push({ annotation, ...findExtent(annotation), slot: -1 });
    }
  }

  #placeInBlocks(gone: ReadonlySet<Placed>, came: readonly Placed[]): ReadonlySet<number> {
    const coming = new Map<number, Placed[]>();
    for (const placed of gone) for (const block of listBlocks(placed, this.#mapping)) coming.set(block, []);
    for (const placed of came) {
      for (const block of listBlocks(placed, this.#mapping)) {
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
}

/** Two lists in reading order as one. */
function merge(standing: readonly Placed[], coming: readonly Placed[]): Placed[] {
  const merged: Placed[] = [];
  let at = 0;
  for (const placed of coming) {
    const next = findPlace(standing, placed, at);
    while (at < next) merged.push(standing[at++]!);
    merged.push(placed);
  }
  while (at < standing.length) merged.push(standing[at++]!);
  return merged;
}

/** Index of the first, from `low` on, that does not come before an annotation. */
function findPlace(inOrder: readonly Placed[], placed: Placed, low: number): number {
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPlace(inOrder[middle]!, placed) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs of which no annotation overlaps one of another run, as far as one of these stretches reaches into them. */
function listTouchedRuns(inOrder: readonly Placed[], touched: readonly Stretch[]): { first: number; next: number }[] {
  const stretches = touched.toSorted((a, b) => a.start - b.start);
  const runs: { first: number; next: number }[] = [];
  let at = 0;
  let reach = -1;
  for (let first = 0, next = 0; first < inOrder.length; first = next) {
    const { start } = inOrder[first]!;
    let end = start;
    for (; next < inOrder.length && (next === first || inOrder[next]!.start < end); next += 1)
      end = Math.max(end, inOrder[next]!.end);
    for (; at < stretches.length && stretches[at]!.start < end; at += 1) reach = Math.max(reach, stretches[at]!.end);
    if (reach > start) runs.push({ first, next });
  }
  return runs;
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
  { inOrder }: Placement,
  from: Pick<Placed, 'start' | 'end'> & { uid: string },
  direction: 1 | -1,
): Placed | undefined {
  const compare = (placed: Placed) => byPlace(placed, { ...from, annotation: { uid: from.uid } });
  if (direction === 1) return inOrder.find((placed) => compare(placed) > 0) ?? inOrder[0];
  return inOrder.findLast((placed) => compare(placed) < 0) ?? inOrder.at(-1);
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
