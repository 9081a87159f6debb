import type { Candidate } from './candidates.ts';
import { addCues, readBefore, readBehind, type Cues } from './context.ts';
import { toWords } from './lists/list.ts';
import { compassWords } from './lists/place-words.ts';
import { isBlank } from './words.ts';

const compass = new Set(Array.from(compassWords, (word) => word.toLowerCase()));
const joining = toWords('and or nor & the as well');
/** Unit: words. */
const MOST_BETWEEN = 3;

/** Names that "and", "or" and commas join: what is before the first or behind the last of them is said of all. */
export function listChains(candidates: readonly Candidate[]): Candidate[][] {
  const chains: Candidate[][] = [];
  for (const candidate of candidates) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && isJoinedTo(candidate, last)) chain.push(candidate);
    else chains.push([candidate]);
  }
  return chains;
}

function isJoinedTo({ line, from }: Candidate, last: Candidate): boolean {
  if (last.line !== line || from < last.to || from - last.to > MOST_BETWEEN) return false;
  const { words } = line;
  const between = words.slice(last.to, from + 1);
  if (between.some(({ isFirst, gap }) => isFirst || !(isBlank(gap) || /^(?:\s?[,/&]\s?|-)$/u.test(gap)))) return false;
  const small = between.slice(0, -1);
  if (words[last.to - 1]!.isPossessive || small.some(({ key }) => !joining.has(key) && !compass.has(key))) return false;
  // "in Varn, the RF says": "the" alone begins another sentence part, unless the name before has one too
  if (small.length === 1 && small[0]!.key === 'the' && words[last.from - 1]?.key !== 'the') return false;
  return small.some(({ key }) => key !== 'the' && joining.has(key)) || between.some(({ gap }) => !isBlank(gap));
}

/** What the sentence says of each name of a chain. */
export function readChain(chain: readonly Candidate[]): Cues[] {
  const last = chain.length - 1;
  const before = chain.map((candidate) => readBefore(candidate.line, candidate));
  const behind = chain.map((candidate) => readBehind(candidate.line, candidate));
  return chain.map((_, n) => {
    const isShared = n > 0 && before[n]!.actor + before[n]!.location < 1;
    const front = isShared ? addCues(before[0]!, before[n]!) : before[n]!;
    const back = n < last ? addCues(behind[n]!, behind[last]!) : behind[n]!;
    // "in Peru said": the verb is another's
    const isPlaced = front.location >= 1.5;
    return addCues(front, { ...back, actor: isPlaced ? Math.min(back.actor, 0.3) : back.actor });
  });
}
