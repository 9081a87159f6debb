import type { Codebook, Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import type { SuggestionId, SuggestionRule } from '#shared/domain/suggestion';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { Found } from '../../suggest/found.ts';

/** What was found, with its label. */
export type Proposal = Omit<Found, 'label'> & { label: Label };

/** Made from article, rule, label (by uid) and spans. */
export const toSuggestionId = (
  article: string,
  { rule, label, spans }: { rule: SuggestionRule; label: string; spans: readonly Span[] },
): SuggestionId =>
  deriveUid('suggestion', article, rule, label, ...spans.flatMap(({ start, end }) => [start, end])) as SuggestionId;

const builtIns = ['actor', 'location', 'claim'] as const;

/** How finders call a label: a built-in one by its first name, whatever it is called now; others by uid. */
export const toFinderName = ({ uid }: Label): string => builtInByUid.get(uid) ?? uid;
const builtInByUid = new Map<string, string>(builtIns.map((name) => [deriveUid('label', name), name]));

/** What was found of labels that may be tagged with. */
export function toProposals({ labels }: Codebook, found: readonly Found[]): Proposal[] {
  const byName = new Map(labels.filter(({ retired }) => !retired).map((label) => [toFinderName(label), label]));
  return found.flatMap(({ label: name, ...rest }) => {
    const label = byName.get(name);
    return label ? [{ ...rest, label }] : [];
  });
}
