import type { Label } from '#shared/domain/codebook';
import { bySpan } from '#shared/domain/span';
import type { DismissalRow, TaggedSpan } from '../../corpus/repositories/suggestion-repository.ts';
import type { Proposal } from './proposal.ts';
import { TakenPlaces } from './taken-places.ts';

const lengthOf = ({ spans }: Proposal) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const byConfidence = (a: Proposal, b: Proposal) =>
  b.confidence - a.confidence || lengthOf(b) - lengthOf(a) || a.spans[0]!.start - b.spans[0]!.start;

const toPlace = (label: string, spans: Proposal['spans']) =>
  `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;

/**
 * What is left to suggest, in reading order: nothing where the person has tagged with this label or one that excludes it, nor the
 * same words as the same, by whatever rule, once they were dismissed. Of those that cannot stand together the surest is kept.
 */
export function settleProposals(
  proposals: readonly Proposal[],
  {
    labels,
    tagged,
    dismissed,
  }: { labels: readonly Label[]; tagged: readonly TaggedSpan[]; dismissed: readonly DismissalRow[] },
): Proposal[] {
  const taken = new TakenPlaces(labels);
  for (const each of tagged) taken.add(each.label, each);
  const gone = new Set(dismissed.map(({ label, spans }) => toPlace(label, spans)));
  const kept: Proposal[] = [];
  for (const proposal of proposals.toSorted(byConfidence)) {
    const { label, spans } = proposal;
    if (taken.isTaken(label.uid, spans)) continue;
    if (gone.size > 0 && gone.has(toPlace(label.uid, spans))) continue;
    kept.push(proposal);
    for (const span of spans) taken.add(label.uid, span);
  }
  return kept.sort((a, b) => bySpan(a.spans[0]!, b.spans[0]!));
}
