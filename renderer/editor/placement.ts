import { assignSlots } from './assign-slots.ts';
import type { ReaderAnnotation } from './reader-types.ts';
import type { SpanMapping } from './span-mapping.ts';

/** An annotation with its slot and the stretch from its first to its last character (UTF-16, half-open). */
export type Placed = { annotation: ReaderAnnotation; start: number; end: number; slot: number };

/** Where all annotations of an article stand. `inOrder` is in reading order, the longer first. */
export type Placement = {
  byUid: ReadonlyMap<string, Placed>;
  inOrder: readonly Placed[];
  inBlock: ReadonlyMap<number, readonly Placed[]>;
};

export const emptyPlacement: Placement = { byUid: new Map(), inOrder: [], inBlock: new Map() };

/**
 * Sets annotations into slots and blocks, and says which blocks look otherwise than before.
 *
 * Only annotations that overlap a changed one, at one or more removes, are looked at; all others are the same objects.
 */
export function placeAnnotations(
  annotations: readonly ReaderAnnotation[],
  mapping: SpanMapping,
  before: Placement,
): { placement: Placement; changedBlocks: ReadonlySet<number> } {
  const kept = new Set<Placed>();
  const fresh: Placed[] = [];
  for (const annotation of annotations) {
    const known = before.byUid.get(annotation.uid);
    if (known && isSameAnnotation(known.annotation, annotation)) kept.add(known);
    else fresh.push({ annotation, ...findExtent(annotation), slot: -1 });
  }
  const gone = new Set(before.inOrder.filter((placed) => !kept.has(placed)));
  if (fresh.length + gone.size === 0) return { placement: before, changedBlocks: new Set() };
  const came: Placed[] = [];
  const inOrder = listClusters([...before.inOrder, ...fresh].sort(byPlace)).flatMap((cluster) => {
    if (!cluster.some((placed) => placed.slot === -1 || gone.has(placed))) return cluster;
    const standing = cluster.filter((placed) => !gone.has(placed));
    const slots = assignSlots(standing.map(({ annotation, start, end }) => ({ uid: annotation.uid, start, end })));
    return standing.map((placed) => {
      const slot = slots.get(placed.annotation.uid)!;
      if (placed.slot === slot) return placed;
      if (placed.slot !== -1) gone.add(placed);
      const moved = { ...placed, slot };
      came.push(moved);
      return moved;
    });
  });
  const { inBlock, changedBlocks } = placeInBlocks(before.inBlock, gone, came, mapping);
  const byUid = new Map(before.byUid);
  for (const { annotation } of gone) byUid.delete(annotation.uid);
  for (const placed of came) byUid.set(placed.annotation.uid, placed);
  return { placement: { byUid, inOrder, inBlock }, changedBlocks };
}

/** Runs of annotations, in reading order, of which none overlaps one of another run. */
function listClusters(inOrder: readonly Placed[]): Placed[][] {
  const clusters: Placed[][] = [];
  let end = -1;
  for (const placed of inOrder) {
    if (placed.start < end) clusters.at(-1)!.push(placed);
    else clusters.push([placed]);
    end = Math.max(end, placed.end);
  }
  return clusters;
}

function placeInBlocks(
  before: Placement['inBlock'],
  gone: ReadonlySet<Placed>,
  came: readonly Placed[],
  mapping: SpanMapping,
) {
  const coming = new Map<number, Placed[]>();
  for (const placed of gone) for (const block of listBlocks(placed, mapping)) coming.set(block, []);
  for (const placed of came) {
    for (const block of listBlocks(placed, mapping)) {
      const there = coming.get(block);
      if (there) there.push(placed);
      else coming.set(block, [placed]);
    }
  }
  const inBlock = new Map(before);
  for (const [block, placed] of coming) {
    const staying = (before.get(block) ?? []).filter((one) => !gone.has(one));
    inBlock.set(block, [...staying, ...placed].sort(byPlace));
  }
  return { inBlock, changedBlocks: new Set(coming.keys()) };
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

type Ordered = { start: number; end: number; annotation: { uid: string } };

const byPlace = (a: Ordered, b: Ordered) =>
  a.start - b.start ||
  b.end - a.end ||
  (a.annotation.uid < b.annotation.uid ? -1 : Number(a.annotation.uid !== b.annotation.uid));

function findExtent({ spans }: ReaderAnnotation): { start: number; end: number } {
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
