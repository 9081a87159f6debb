import { isBoilerplate } from './boilerplate.ts';
import { countWords, isProse, parseByline, toKey } from './line-shapes.ts';
import { parseDateLine } from './date-lines.ts';
import type { PageBlock } from './page-blocks.ts';

const LONGEST = 60;
/** How near to the end, or the start, the first shared line has to be. */
const NEAR = 3;

type Side = 'start' | 'end';
type Unit = { blocks: PageBlock[]; keys: string[] };

/**
 * Finds what articles begin and end with alike: runs of blocks that two of them share from the end, or from the start, of
 * their text. Gives for each article the numbers of those blocks.
 *
 * One line of a run may differ (a page's number, an author). Articles that also share what stands between are copies of one
 * text, and tell nothing of furniture. Complexity: linear in the blocks near the ends, through an index from their lines.
 */
export function findSharedBlocks(articles: PageBlock[][]): Set<number>[] {
  const units = articles.map((blocks) => ({ blocks, keys: blocks.map(({ text }) => toKey(text)) }));
  const shared = articles.map(() => new Set<number>());
  for (const [a, b] of listPairs(units)) {
    const [one, other] = [units[a]!, units[b]!];
    const runs = { start: measureRun(one, other, 'start'), end: measureRun(one, other, 'end') };
    if (isCopy(one, other, runs)) continue;
    for (const [n, unit] of [
      [a, one],
      [b, other],
    ] as const) {
      const last = unit.blocks.length - 1;
      const run = [...Array(runs.start).keys(), ...Array.from(Array(runs.end).keys(), (i) => last - i)];
      // two articles of one day or by one person share that line, but it is their own
      for (const i of run) if (!isSigned(unit.blocks[i]!.text)) shared[n]!.add(i);
    }
  }
  return shared;
}

const isSigned = (text: string) => parseDateLine(text) !== undefined || parseByline(text) !== undefined;

/** Neighbours among those that have a line near an end in common: what all share is shared by each pair. */
function listPairs(units: Unit[]): [number, number][] {
  const holders = new Map<string, number[]>();
  units.forEach(({ keys }, n) => {
    const near = [...keys.slice(0, NEAR).map((key) => `start ${key}`), ...keys.slice(-NEAR).map((key) => `end ${key}`)];
    for (const key of new Set(near)) holders.set(key, [...(holders.get(key) ?? []), n]);
  });
  const pairs = new Map<string, [number, number]>();
  for (const group of holders.values()) {
    for (const [i, a] of group.entries()) {
      const b = group[i + 1];
      if (b !== undefined) pairs.set(`${a} ${b}`, [a, b]);
    }
  }
  return [...pairs.values()];
}

function measureRun(one: Unit, other: Unit, side: Side): number {
  const most = Math.min(one.keys.length, other.keys.length, LONGEST) - 1;
  const at = ({ keys }: Unit, i: number) => (side === 'end' ? keys.length - 1 - i : i);
  const isSame = (i: number) => {
    const [a, b] = [one.keys[at(one, i)]!, other.keys[at(other, i)]!];
    return a === b || (isBoilerplate(a) && isBoilerplate(b));
  };
  const mayDiffer = (i: number) =>
    [one.blocks[at(one, i)]!, other.blocks[at(other, i)]!].every(
      ({ text }) => countWords(text) <= 12 && !isProse(text),
    );
  let run = 0;
  let gaps = 0;
  while (run < most) {
    if (isSame(run)) run += 1;
    else if (side === 'end' && gaps === 0 && run + 1 < most && mayDiffer(run) && isSame(run + 1)) {
      gaps += 1;
      run += 2;
    } else break;
  }
  return run;
}

/** Less than two blocks are left of the shorter, or what is left of it stands in the other as well. */
function isCopy(one: Unit, other: Unit, runs: { start: number; end: number }): boolean {
  const toRest = ({ keys }: Unit) => keys.slice(runs.start, keys.length - runs.end);
  const [shorter, longer] = [toRest(one), toRest(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  const others = new Set(longer);
  return shorter.length < 2 || shorter.filter((key) => others.has(key)).length > shorter.length * 0.3;
}
