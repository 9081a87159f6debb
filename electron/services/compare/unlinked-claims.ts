import type { SideName } from '#shared/domain/comparison';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { listClaimHeads } from '../../corpus/repositories/compared-claims.ts';
import { createPacer } from '../job.ts';
import { mapCardsOfClaims } from './cards-of-claims.ts';
import type { Comparison } from './comparison.ts';
import { foldWords } from './word-tally.ts';

const CLAIMS_A_SLICE = 1000;

/**
 * Claims of a side that stand on no event card, by ids of rows. `words`: only those in which these stand, whatever their case and marks.
 *
 * Errors: those of the comparison.
 */
export async function findUnlinkedClaims(
  comparison: Comparison,
  side: SideName,
  words: string,
): Promise<ReadonlySet<number>> {
  const claimLabel = findClaimLabel(comparison.db);
  const cards = await mapCardsOfClaims(comparison);
  const unlinked: number[] = [];
  await comparison.eachMention(side, ({ annotation, label }) => {
    if (label === claimLabel && !cards.has(annotation)) unlinked.push(annotation);
  });
  const sought = foldWords(words);
  return new Set(sought === '' ? unlinked : await findWithWords(comparison, unlinked, sought));
}

async function findWithWords({ db, job }: Comparison, claims: readonly number[], sought: string): Promise<number[]> {
  const breathe = createPacer(job);
  const found: number[] = [];
  for (let from = 0; from < claims.length; from += CLAIMS_A_SLICE) {
    await breathe();
    for (const [claim, { quote }] of listClaimHeads(db, claims.slice(from, from + CLAIMS_A_SLICE)))
      if (foldWords(quote).includes(sought)) found.push(claim);
  }
  return found;
}
