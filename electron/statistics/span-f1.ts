import type { Unit } from './continuum.ts';
import { listOverlaps, matchBest } from './match-spans.ts';
import type { Figure } from './continuum.ts';

/** How many units, of so many of two coders together, are matched in which way. */
export type MatchCounts = { exact: number; boundary: number; overlap: number };

const toPlace = ({ spans }: Unit) => spans.map(({ start, end }) => `${start}-${end}`).join();

/** What one coder made: the same spans and label twice are one unit. */
export function toUnits<T extends Unit>(made: readonly T[]): T[] {
  return [...new Map(made.map((unit) => [`${unit.label} ${toPlace(unit)}`, unit])).values()];
}

/** Matches of two coders' units: all spans and the label alike; all spans; one-to-one by overlap, of one label. */
export function countMatches(left: readonly Unit[], right: readonly Unit[]): MatchCounts {
  if (left.length === 0 || right.length === 0) return { exact: 0, boundary: 0, overlap: 0 };
  return {
    exact: countAlike(left, right, (unit) => `${unit.label} ${toPlace(unit)}`),
    boundary: countAlike(left, right, toPlace),
    overlap: matchBest(listOverlaps(left, right, (one, other) => one.label === other.label)).length,
  };
}

function countAlike(left: readonly Unit[], right: readonly Unit[], toKey: (unit: Unit) => string): number {
  const open = new Map<string, number>();
  for (const unit of left) open.set(toKey(unit), (open.get(toKey(unit)) ?? 0) + 1);
  return right.filter((unit) => {
    const n = open.get(toKey(unit)) ?? 0;
    if (n > 0) open.set(toKey(unit), n - 1);
    return n > 0;
  }).length;
}

/** `2 both / (left + right)`; undefined where neither made anything. */
export const toF1 = (both: number, made: number): Figure => (made === 0 ? 'nothing-marked' : (2 * both) / made);
