import type { NearCopy } from '#shared/domain/article-pair';
import type { Span } from '#shared/domain/span';
import { tokenise } from '#shared/text/tokens';
import type { Breathe } from '../job.ts';

/** Words in a shingle: so many in a row are hardly written twice by chance. */
const SHINGLE = 5;

/** Source: the issue of comparing: "5-word shingles, Jaccard ≥ .8 of the shorter". */
const LEAST_SHARE = 0.8;

/** What stands in more blocks of a text tells none of them apart, and would pair each with each. */
const MOST_HOLDERS = 50;

export type BlocksOfText = { text: string; blocks: readonly Span[] };

/**
 * Blocks of two texts of which nearly the same words stand in both: as many of the shorter one's different shingles stand in the
 * other as `LEAST_SHARE` says. A block with fewer words than a shingle has is a copy of one with the same words alone.
 *
 * In order of the first text, then of the second. An index of shingles stands in place of comparing each with each.
 */
export async function findNearCopies(a: BlocksOfText, b: BlocksOfText, breathe: Breathe): Promise<NearCopy[]> {
  const [ofA, ofB] = [await cutIntoShingles(a, breathe), await cutIntoShingles(b, breathe)];
  const inA = listHolders(ofA);
  await breathe();
  const inB = listHolders(ofB);
  await breathe();
  return ofA.flatMap((shingles, n) => {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const there = inB.get(shingle) ?? [];
      if (Math.max(inA.get(shingle)!.length, there.length) > MOST_HOLDERS) continue;
      for (const other of there) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .map(([other, count]) => ({ a: n, b: other, share: count / Math.min(shingles.size, ofB[other]!.size) }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((one, next) => one.b - next.b);
  });
}

/** The shingles of each block. */
async function cutIntoShingles({ text, blocks }: BlocksOfText, breathe: Breathe): Promise<Set<string>[]> {
  const cut: Set<string>[] = [];
  for (const { start, end } of blocks) {
    const waiting = breathe();
    if (waiting) await waiting;
    cut.push(listShingles(text.slice(start, end)));
  }
  return cut;
}

/** The blocks that each shingle stands in. */
function listHolders(blocks: readonly Set<string>[]): ReadonlyMap<string, number[]> {
  const holders = new Map<string, number[]>();
  blocks.forEach((shingles, n) => {
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known) known.push(n);
      else holders.set(shingle, [n]);
    }
  });
  return holders;
}

/** The different runs of words; all of them where they are fewer than a shingle's; none of a block without words. */
function listShingles(words: string): Set<string> {
  const tokens = tokenise(words).map(({ token }) => token);
  if (tokens.length === 0) return new Set();
  const runs = Math.max(1, tokens.length - SHINGLE + 1);
  return new Set(Array.from({ length: runs }, (_, n) => tokens.slice(n, n + SHINGLE).join(' ')));
}
