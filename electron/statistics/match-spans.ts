import munkres from 'munkres';
import { eachShared, toLength, type Segment, type Unit } from './continuum.ts';
import { listComponents } from './components.ts';

/** Two units that may be one and the same, by their indexes. `overlap`: characters in both, over characters in either; 1 for the same. */
export type Edge = { left: number; right: number; overlap: number };

/** Pairs of units that overlap, of those that may be matched. */
export function listOverlaps(
  left: readonly Unit[],
  right: readonly Unit[],
  mayMatch: (left: Unit, right: Unit) => boolean,
): Edge[] {
  const edges: Edge[] = [];
  const order = right.map((unit, n) => ({ n, ...toHull(unit) })).sort((a, b) => a.start - b.start);
  const longest = order.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  left.forEach((unit, n) => {
    const { start, end } = toHull(unit);
    for (let at = findFirst(order, start - longest); at < order.length && order[at]!.start < end; at += 1) {
      const other = right[order[at]!.n]!;
      if (order[at]!.end <= start || !mayMatch(unit, other)) continue;
      const overlap = toOverlap(unit, other);
      if (overlap > 0) edges.push({ left: n, right: order[at]!.n, overlap });
    }
  });
  return edges;
}

export const toHull = ({ spans }: Unit) => ({ start: spans[0]!.start, end: spans.at(-1)!.end });

/** The first that begins at or after an offset. */
function findFirst(order: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toOverlap(left: Unit, right: Unit): number {
  let both = 0;
  const asSegments = ({ spans, label }: Unit): Segment[] => spans.map((span) => ({ ...span, label }));
  eachShared(asSegments(left), asSegments(right), (length) => (both += length));
  return both / (toLength(left.spans) + toLength(right.spans) - both);
}

/** Of matchings that overlap as much one with more pairs is taken: no sum of overlaps differs by less. */
const FOR_A_PAIR = 1e-9;

/** Pairs of a left and a right unit, none twice, such that the sum of their overlaps is the most that can be. */
export function matchBest(edges: readonly Edge[]): Edge[] {
  return listComponents(edges).flatMap((component) => {
    if (component.length === 1) return component;
    const lefts = [...new Set(component.map(({ left }) => left))];
    const rights = [...new Set(component.map(({ right }) => right))];
    const costs = lefts.map(() => rights.map(() => 1));
    const byPlace = new Map<string, Edge>();
    for (const edge of component) {
      const [row, column] = [lefts.indexOf(edge.left), rights.indexOf(edge.right)];
      costs[row]![column] = 1 - edge.overlap - FOR_A_PAIR;
      byPlace.set(`${row} ${column}`, edge);
    }
    return munkres(costs).flatMap(([row, column]) => byPlace.get(`${row} ${column}`) ?? []);
  });
}
