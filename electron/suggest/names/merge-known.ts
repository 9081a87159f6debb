import { overlaps, type Span } from '#shared/domain/span';
import { toCandidate, type Candidate } from './candidates.ts';
import type { KnownHit } from './known-names.ts';
import type { Line } from './words.ts';

/** Candidates of a line, in order, with the names that the corpus knows: of those that lie over one another the longest. */
export function mergeKnown(line: Line, candidates: readonly Candidate[], hits: readonly KnownHit[]): Candidate[] {
  const { words } = line;
  const starts = new Map(words.map(({ start }, n) => [start, n]));
  const ends = new Map(words.map(({ end }, n) => [end, n + 1]));
  const known = hits.flatMap(({ start, end }) => {
    const from = starts.get(start);
    // "U.S." may end with the point or before it
    const to = ends.get(end) ?? ends.get(end - 1);
    return from === undefined || to === undefined || to <= from ? [] : [toCandidate(line, from, to, 'known')];
  });
  return keepLongest([...candidates, ...known]);
}

const lengthOf = ({ start, end }: Span) => end - start;

/** Of spans that lie over one another the longest, and of equal ones the first; in reading order. */
export function keepLongest<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || lengthOf(b) - lengthOf(a))) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, span)) kept.push(span);
    else if (lengthOf(span) > lengthOf(last)) kept[kept.length - 1] = span;
  }
  return kept;
}
