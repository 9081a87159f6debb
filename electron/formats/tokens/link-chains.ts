import { chainWords } from '#shared/messages/en/formats/tokens';
import type { FoundAnnotation, FoundDocument } from '../found.ts';

/** Mentions of one thing in a document, by what the file calls it. */
export type Chains = ReadonlyMap<string, readonly FoundAnnotation[]>;

/**
 * Says of each mention which entity is meant, where that is known; else each leads to the next, since a number says no more than
 * that they are of one thing.
 */
export function linkChains(
  document: FoundDocument,
  chains: Chains,
  entityOf: (chain: string) => FoundAnnotation['entity'] | undefined,
): void {
  for (const [chain, mentions] of chains) {
    const entity = entityOf(chain);
    for (const [n, mention] of mentions.entries()) {
      const next = mentions[n + 1];
      if (entity) mention.entity = { ...entity };
      else if (next)
        document.relations.push({
          uid: null,
          kind: chainWords.relation,
          from: mention.id,
          to: next.id,
          annotator: null,
          state: null,
          note: '',
          place: mention.place,
        });
    }
  }
}
