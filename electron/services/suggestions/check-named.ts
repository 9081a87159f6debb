import { ExpectedError } from '#shared/errors';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import type { SuggestionId, SuggestionRule } from '#shared/domain/suggestion';
import type { ReadDb } from '../../corpus/connection.ts';
import { getLabel } from '../codebook.ts';
import { toSuggestionId } from './proposal.ts';

/** A suggestion as a caller names it: by what its id is made from. */
export type NamedSuggestion = { id: SuggestionId; label: string; rule: SuggestionRule; spans: Span[] };

/** Its label, once its id is seen to be made from what it says. Errors: label-unknown, suggestion-unknown. */
export function checkNamed(db: ReadDb, article: string, { id, label: name, rule, spans }: NamedSuggestion): Label {
  const label = getLabel(db, name);
  if (toSuggestionId(article, { rule, label: label.uid, spans }) !== id)
    throw new ExpectedError('suggestion-unknown', { id });
  return label;
}

/** Each once. */
export const withoutTwins = <T extends { id: string }>(suggestions: readonly T[]): T[] => [
  ...new Map(suggestions.map((each) => [each.id, each])).values(),
];
