import type { Annotation } from '#shared/domain/annotation';
import type { DifferenceKind } from '#shared/domain/settlement';
import type { Span } from '#shared/domain/span';
import { toSaid } from '../../corpus/model/to-said.ts';

type Found = { kind: DifferenceKind; left: Annotation | null; right: Annotation | null } & Span;
export type ComparedLayers = { agreed: { left: Annotation; right: Annotation }[]; differences: Found[] };

/** Whether two labels are alternatives for the same words: one and the same, or such that exclude one another. */
export type AreAlternatives = (label: string, other: string) => boolean;

const toWords = ({ spans }: Annotation): string => spans.map(({ start, end }) => `${start}-${end}`).join();

/** Characters of two annotations in common, over those of either. */
function overlapOf(a: Annotation, b: Annotation): number {
  const length = ({ spans }: Annotation) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let common = 0;
  for (const one of a.spans)
    for (const other of b.spans) common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return common / (length(a) + length(b) - common);
}

/**
 * Two coders' annotations of one article: those that say the same, and the differences, in reading order.
 *
 * What is left after those that are equal is paired one to one, by how many characters they share, the same label first; labels that
 * may stand on the same words (an actor within a claim) are never a pair. Complexity: left × right of one article.
 */
export function compareLayers(
  left: readonly Annotation[],
  right: readonly Annotation[],
  areAlternatives: AreAlternatives,
): ComparedLayers {
  const { agreed, onlyLeft, onlyRight } = pairEqual(left, right);
  const differences: Found[] = [];
  const taken = new Set<Annotation>();
  for (const [a, b] of rankPairs(onlyLeft, onlyRight, areAlternatives)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    differences.push({ kind: kindOf(a, b), left: a, right: b, ...around(a, b) });
  }
  for (const each of onlyLeft.filter((one) => !taken.has(one)))
    differences.push({ kind: 'only-left', left: each, right: null, ...around(each) });
  for (const each of onlyRight.filter((one) => !taken.has(one)))
    differences.push({ kind: 'only-right', left: null, right: each, ...around(each) });
  return { agreed, differences: differences.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function pairEqual(left: readonly Annotation[], right: readonly Annotation[]) {
  const waiting = Map.groupBy(right, toSaid);
  const agreed: ComparedLayers['agreed'] = [];
  const onlyLeft = left.filter((each) => {
    const twin = waiting.get(toSaid(each))?.shift();
    if (twin) agreed.push({ left: each, right: twin });
    return !twin;
  });
  return { agreed, onlyLeft, onlyRight: [...waiting.values()].flat() };
}

/** Pairs that share characters, the closest first; the same in whatever order they come. */
function rankPairs(left: readonly Annotation[], right: readonly Annotation[], areAlternatives: AreAlternatives) {
  const pairs = left.flatMap((a) =>
    right.flatMap((b): { a: Annotation; b: Annotation; same: number; shared: number }[] => {
      const shared = areAlternatives(a.label, b.label) ? overlapOf(a, b) : 0;
      return shared > 0 ? [{ a, b, same: Number(a.label === b.label), shared }] : [];
    }),
  );
  const first = ({ a, b }: { a: Annotation; b: Annotation }) => [a.uid, b.uid].sort().join();
  return pairs
    .sort((p, q) => q.shared - p.shared || q.same - p.same || (first(p) < first(q) ? -1 : 1))
    .map(({ a, b }) => [a, b] as const);
}

function kindOf(a: Annotation, b: Annotation): DifferenceKind {
  if (a.label !== b.label) return 'label';
  if (toWords(a) !== toWords(b)) return 'boundary';
  return a.entityUid === b.entityUid ? 'attributes' : 'entity';
}

const around = (...annotations: Annotation[]): Span => {
  const spans = annotations.flatMap((each) => each.spans);
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
};
