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
  const { units, starts } = cutWords(text.toLowerCase());
  const last = Math.max(0, starts.length - 1 - SHINGLE); // the last of `starts` is the end
  const [first, sampled] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at <= last && starts.length > 1; at += 1) {
    const hash = hashUnits(units, starts[at]!, starts[Math.min(at + SHINGLE, starts.length - 1)]!);
    if (first.size < FEW) first.add(hash);
    if (isSampled(hash)) sampled.add(hash);
  }
  const isWhole = first.size < FEW;
  return { hashes: Uint32Array.from(isWhole ? first : sampled), isWhole };
}

const isSampled = (hash: number) => hash % SAMPLED === 0;

const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;
/** Of each UTF-16 unit that is a character of its own, whether words are made of it: a million texts ask often. */
const isPart = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(PART_OF_WORD.test(String.fromCharCode(unit))));
let room = new Uint16Array(0x4000);

/** The words of a text, a blank after each, and where each begins; then where the last one ends. The units hold until the next call. */
function cutWords(text: string): { units: Uint16Array; starts: number[] } {
  if (room.length < 2 * text.length + 1) room = new Uint16Array(2 * text.length + 1);
  const starts: number[] = [];
  let end = 0;
  let isWithin = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const pair = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(at)! : 0;
    const isPair = pair > 0xffff;
    const isWord = isPair ? PART_OF_WORD.test(String.fromCodePoint(pair)) : isPart[unit] === 1;
    if (isWord) {
      if (!isWithin) starts.push(end);
      room[end++] = unit;
      if (isPair) room[end++] = text.charCodeAt(at + 1);
    } else if (isWithin) room[end++] = BLANK;
    isWithin = isWord;
    if (isPair) at += 1;
  }
  if (isWithin) room[end++] = BLANK;
  return { units: room, starts: [...starts, end] };
}

const BLANK = 32;

/** FNV-1a. Unit: places in `units`. */
function hashUnits(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let n = from; n < to; n += 1) hash = Math.imul(hash ^ units[n]!, 0x01000193);
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
  const holders: Holders = new Map();
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
      if (known === undefined) holders.set(hash, n);
      else if (typeof known === 'number') holders.set(hash, [known, n]);
      else known.push(n);
    }
    const waiting = breathe();
    if (waiting) await waiting;
  }
  const groups = [...Map.groupBy(uids.keys(), find).values()].map((group) => group.map((n) => uids[n]!));
  return { groups, pairs };
}

/** The texts that hold a shingle; nearly all stand in one, for which no list is made. */
type Holders = Map<number, number | number[]>;

/** Earlier texts that are near copies of this one. */
function listAlike(sketch: Sketch, holders: Holders, sketchOf: (n: number) => Sketch): number[] {
  const shared = new Map<number, number>();
  for (const hash of sketch.hashes) {
    const others = holders.get(hash);
    if (others === undefined) continue;
    if (typeof others === 'number') shared.set(others, (shared.get(others) ?? 0) + 1);
    else if (others.length <= MOST_HOLDERS) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
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
