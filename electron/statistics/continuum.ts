import { bySpan, type Span } from '#shared/domain/span';

/** An annotation as agreement sees it: spans in order that do not overlap. `label`: its category, from 1; what nobody marked has 0. */
export type Unit = { label: number; spans: readonly Span[] };

/** A stretch of a coder's line that has one value. Unit: UTF-16 or words, half-open. */
export type Segment = Span & { label: number };

/** Why there is no figure. */
type Undefined =
  'no-articles' | 'no-words' | 'nothing-marked' | 'nothing-common' | 'one-value' | 'one-label' | 'too-large';
export type Figure = number | Undefined;

/**
 * One coder's line of an article. `stretches`: what has each label, its own overlaps united. `segments`: the same for all labels
 * together, none of which overlap. `united`, `clashing`: indexes of the units that overlap another of their label, or of another label.
 */
export type Line = {
  stretches: ReadonlyMap<number, Segment[]>;
  segments: readonly Segment[];
  united: ReadonlySet<number>;
  clashing: ReadonlySet<number>;
};

type Placed = Segment & { units: number[] };

/** Where labels that exclude one another overlap after all, what begins first stands, then the longer, then the smaller label. */
export function layOut(units: readonly Unit[]): Line {
  const placed = units.flatMap(({ label, spans }, n) =>
    spans.map(({ start, end }) => ({ start, end, label, unit: n })),
  );
  const united = new Set<number>();
  const stretches = new Map<number, Placed[]>();
  for (const { start, end, label, unit } of placed.sort(byPlace)) {
    const own = stretches.get(label) ?? [];
    if (own.length === 0) stretches.set(label, own);
    const last = own.at(-1);
    if (!last || last.end <= start) own.push({ start, end, label, units: [unit] });
    else {
      last.end = Math.max(last.end, end);
      last.units.push(unit);
      for (const each of last.units) united.add(each);
    }
  }
  return { stretches, united, ...cut([...stretches.values()].flat()) };
}

const byPlace = (a: Segment, b: Segment) => bySpan(a, b) || a.label - b.label;

function cut(stretches: Placed[]): Pick<Line, 'segments' | 'clashing'> {
  const segments: Placed[] = [];
  const clashing = new Set<number>();
  for (const stretch of stretches.sort(byPlace)) {
    const last = segments.at(-1);
    const free = last ? Math.max(last.end, stretch.start) : stretch.start;
    if (free > stretch.start) for (const each of [...last!.units, ...stretch.units]) clashing.add(each);
    if (free < stretch.end) segments.push({ ...stretch, start: free });
  }
  return { segments, clashing };
}

/** The same line in words: each has the label that its first character has. `starts`: where words begin, in order. */
export const toWordSegments = (segments: readonly Segment[], starts: Uint32Array): Segment[] =>
  segments
    .map(({ start, end, label }) => ({ start: countBefore(starts, start), end: countBefore(starts, end), label }))
    .filter(({ start, end }) => start < end);

/** How many words begin before an offset. */
function countBefore(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Goes through all stretches that two lines share. */
export function eachShared(
  left: readonly Segment[],
  right: readonly Segment[],
  use: (length: number, left: Segment, right: Segment) => void,
): void {
  for (let [i, j] = [0, 0]; i < left.length && j < right.length;) {
    const [one, other] = [left[i]!, right[j]!];
    const length = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (length > 0) use(length, one, other);
    if (one.end <= other.end) i += 1;
    if (other.end <= one.end) j += 1;
  }
}

export const toLength = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
