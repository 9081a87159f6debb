import type { ClaimVersion } from '#shared/domain/claim-comparison';
import type { BothSides } from '#shared/domain/comparison';
import { toSlotKey } from '#shared/text/claim-slots';
import { tokenise } from '#shared/text/tokens';
import type { Breathe } from '../job.ts';
import { findConflicts } from './find-conflicts.ts';

/** A claim with the entities that are named in it, by ids of rows. */
export type MatchedClaim = ClaimVersion & { entities: ReadonlySet<number> };

type Worded = MatchedClaim & { words: ReadonlySet<string> };

/** What has to speak for two claims before a person is asked whether they are about the same. */
const LEAST_EVIDENCE = 2;
/** Only the first so many claims of an article are set against each other here: each is with each. */
const MOST_CLAIMS = 150;

/**
 * How much speaks for two claims being about one event: what both say something of, more so where they say the same of it, entities
 * that are named in both, and how many of the words they share.
 */
function weigh(a: Worded, b: Worded): number {
  const { shared, conflicts } = findConflicts([
    { ...a, side: 'a' },
    { ...b, side: 'b' },
  ]);
  const alike = shared.length - new Set(conflicts.map(({ slot }) => toSlotKey(slot))).size;
  const entities = [...a.entities].filter((entity) => b.entities.has(entity)).length;
  return Math.min(shared.length, 2) + Math.min(alike, 2) + Math.min(entities, 2) + 4 * findOverlap(a.words, b.words);
}

/** Jaccard index of the words of two quotes, from 0 to 1. */
function findOverlap(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared === 0 ? 0 : shared / (words.size + others.size - shared);
}

/** A quote is cut into words once, not for each that it is set against. */
const toWorded = (claims: readonly MatchedClaim[]): Worded[] =>
  claims
    .slice(0, MOST_CLAIMS)
    .map((claim) => ({ ...claim, words: new Set(tokenise(claim.quote).map(({ token }) => token)) }));

const toMatched = ({ words: _, ...claim }: Worded): MatchedClaim => claim;

/**
 * Claims of two articles that may be about the same event, each offered once, the likeliest first. The other way round the same
 * pairs come out.
 */
export async function offerMatches(
  a: readonly MatchedClaim[],
  b: readonly MatchedClaim[],
  breathe: Breathe,
): Promise<BothSides<MatchedClaim>[]> {
  const others = toWorded(b);
  const all: (BothSides<Worded> & { weight: number })[] = [];
  for (const one of toWorded(a)) {
    await breathe();
    all.push(...others.map((other) => ({ a: one, b: other, weight: weigh(one, other) })));
  }
  const weighed = all
    .filter(({ a: one, b: other, weight }) => weight >= LEAST_EVIDENCE && one.claim !== other.claim)
    .map((match) => ({ ...match, key: [match.a.claim, match.b.claim].sort().join(' ') }))
    .sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
  const taken = { a: new Set<string>(), b: new Set<string>() };
  return weighed.flatMap((match) => {
    if (taken.a.has(match.a.claim) || taken.b.has(match.b.claim)) return [];
    taken.a.add(match.a.claim);
    taken.b.add(match.b.claim);
    return [{ a: toMatched(match.a), b: toMatched(match.b) }];
  });
}
