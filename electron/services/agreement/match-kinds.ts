import type { MatchKind } from '#shared/domain/agreement';
import type { Unit } from '../../statistics/continuum.ts';
import { listOverlaps, matchBest } from '../../statistics/match-spans.ts';

/** What two coders made, side by side; one of them null where only the other marked something. */
export type Pairing<T> = { kind: MatchKind; left: T | null; right: T | null };

const toPlace = ({ spans }: Unit) => spans.map(({ start, end }) => `${start}-${end}`).join();
const toWhole = (unit: Unit) => `${unit.label} ${toPlace(unit)}`;

/**
 * Sets what two coders made side by side, in reading order: what is alike; then the same words with labels of which one is right at most
 * (`areAlternatives`); then what overlaps with one label, as much of it as can be; then what overlaps with such labels; the rest is of one only.
 */
export function matchKinds<T extends Unit>(
  left: readonly T[],
  right: readonly T[],
  areAlternatives: (label: number, other: number) => boolean,
): Pairing<T>[] {
  const open = { left: new Set(left), right: new Set(right) };
  const found: Pairing<T>[] = [];
  const take = (kind: MatchKind, pairs: Iterable<readonly [T, T]>) => {
    for (const [one, other] of pairs)
      if (open.left.delete(one) && open.right.delete(other)) found.push({ kind, left: one, right: other });
  };
  const overlapping = (mayMatch: (one: Unit, other: Unit) => boolean) => {
    const [lefts, rights] = [[...open.left], [...open.right]];
    return matchBest(listOverlaps(lefts, rights, mayMatch)).map(
      (edge) => [lefts[edge.left]!, rights[edge.right]!] as const,
    );
  };
  const differ = (one: Unit, other: Unit) => areAlternatives(one.label, other.label);
  take('agree', listAlike(open.left, open.right, toWhole));
  take('label', listAlike(open.left, open.right, toPlace, differ));
  take(
    'boundary',
    overlapping((one, other) => one.label === other.label),
  );
  take('label', overlapping(differ));
  for (const one of open.left) found.push({ kind: 'only-one', left: one, right: null });
  for (const other of open.right) found.push({ kind: 'only-one', left: null, right: other });
  const start = (pairing: Pairing<T>) => (pairing.left ?? pairing.right!).spans[0]!.start;
  return found.sort((a, b) => start(a) - start(b));
}

/** Pairs of one key, none twice. */
function listAlike<T extends Unit>(
  left: ReadonlySet<T>,
  right: ReadonlySet<T>,
  toKey: (unit: Unit) => string,
  mayMatch: (one: Unit, other: Unit) => boolean = () => true,
): [T, T][] {
  const free = Map.groupBy(right, toKey);
  return [...left].flatMap((one): [T, T][] => {
    const same = free.get(toKey(one)) ?? [];
    const at = same.findIndex((other) => mayMatch(one, other));
    return at < 0 ? [] : [[one, same.splice(at, 1)[0]!]];
  });
}
