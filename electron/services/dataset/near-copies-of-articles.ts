import type { Breathe } from '../job.ts';

/** Words in a shingle, and the share of the shorter text's that make two texts near copies: as Compare has it for paragraphs. */
const SHINGLE = 5;
const LEAST_SHARE = 0.8;

/** One shingle in so many is kept of a text: enough to tell a share of .8 from one of .5 in an article of usual length. */
const SAMPLED = 8;
/** Texts with fewer shingles than this are told by all of them. */
const FEW = 64;
/** What stands in more texts than this is a footer, which tells none apart. */
const MOST_HOLDERS = 200;

/** `isWhole`: of all shingles, not of a sample. */
export type Sketch = { hashes: Uint32Array; isWhole: boolean };

/**
 * A sample of the hashes of a text's 5-word shingles: always the same ones, whatever else the text holds, so that the share
 * of one text's sample in another's estimates the share of its shingles. Source: Broder 1997; sampling by value modulo n.
 */
export function sketchText(text: string): Sketch {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const all = new Set<number>();
  const last = Math.max(0, words.length - SHINGLE);
  if (words.length > 0)
    for (let at = 0; at <= last; at += 1) all.add(hashWords(words, at, Math.min(at + SHINGLE, words.length)));
  const isWhole = all.size < FEW;
  return { hashes: Uint32Array.from(isWhole ? all : [...all].filter(isSampled)), isWhole };
}

const isSampled = (hash: number) => hash % SAMPLED === 0;

/** FNV-1a over the words, a blank after each. */
function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let n = from; n < to; n += 1) {
    const word = words[n]!;
    for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  // the lowest bits of FNV are its worst
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/**
 * Texts that are near copies of each other, directly or by way of a third, with the pairs that were found. Groups in order of their
 * first uid, each in order of uid; a text that nothing is like is a group of its own.
 */
export async function groupNearCopies(
  sketches: ReadonlyMap<string, Sketch>,
  breathe: Breathe,
): Promise<{ groups: string[][]; pairs: [string, string][] }> {
  const uids = [...sketches.keys()].sort();
  const holders = new Map<number, number[]>();
  const leader = uids.map((_, n) => n);
  const find = (n: number): number => (leader[n] === n ? n : (leader[n] = find(leader[n]!)));
  const pairs: [string, string][] = [];
  for (const [n, uid] of uids.entries()) {
    const sketch = sketches.get(uid)!;
    for (const other of listAlike(sketch, holders, (m) => sketches.get(uids[m]!)!)) {
      pairs.push([uids[other]!, uid]);
      const [a, b] = [find(n), find(other)].sort((x, y) => x - y) as [number, number];
      leader[b] = a;
    }
    for (const hash of sketch.hashes) {
      const known = holders.get(hash);
      if (known) known.push(n);
      else holders.set(hash, [n]);
    }
    const waiting = breathe();
    if (waiting) await waiting;
  }
  const groups = [...Map.groupBy(uids.keys(), find).values()].map((group) => group.map((n) => uids[n]!));
  return { groups, pairs };
}

/** Earlier texts that are near copies of this one. */
function listAlike(sketch: Sketch, holders: ReadonlyMap<number, number[]>, sketchOf: (n: number) => Sketch): number[] {
  const shared = new Map<number, number>();
  for (const hash of sketch.hashes) {
    const others = holders.get(hash);
    if (!others || others.length > MOST_HOLDERS) continue;
    for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .filter(([other, count]) => {
      const size = sizeOfShorter(sketch, sketchOf(other));
      return size > 0 && count >= LEAST_SHARE * size;
    })
    .map(([other]) => other);
}

/** Of one that is whole only what would be in its sample can stand in the other's sample. */
const sizeOfShorter = (a: Sketch, b: Sketch) =>
  a.isWhole && b.isWhole ? Math.min(a.hashes.length, b.hashes.length) : Math.min(countSampled(a), countSampled(b));

const countSampled = ({ hashes, isWhole }: Sketch) => (isWhole ? hashes.filter(isSampled).length : hashes.length);
