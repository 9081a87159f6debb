import { functionWords } from './lists/common-words.ts';
import { actorVerbs } from './lists/context-words.ts';
import { nationalities } from './lists/demonyms.ts';
import { followersOfActors, stateBodies, stateBodyPairs } from './lists/institution-words.ts';
import { toWords } from './lists/list.ts';
import { toCandidate, type Candidate } from './candidates.ts';
import { isBlank, isJoined, type Line, type Word } from './words.ts';

/** Short names of states that stand before a noun as an adjective does. */
const adjectiveNames = toWords('us u.s. u.s u.s.a usa uk u.k. u.k');
/** Those and the unions of states that are named by letters: they act rather than lie somewhere. */
export const shortNames: ReadonlySet<string> = new Set([...adjectiveNames, ...toWords('un u.n. eu ue nato')]);
/** Bodies that are adjectives as well: "military vehicles". */
const mayBeAdjective = toWords('military police intelligence government state administration');

const isOfState = (word: Word) => nationalities.has(word.text) || shortNames.has(word.key);

/** Whether a word is a noun in lower case, so that the name before it is an adjective. */
const isNoun = (word: Word | undefined) =>
  word !== undefined &&
  isBlank(word.gap) &&
  !word.isCapital &&
  !functionWords.has(word.key) &&
  !actorVerbs.has(word.key) &&
  !word.key.endsWith('ly');

/** Bodies that are named by a state's adjective and a noun in lower case: "Peruvian army", "US military", "Brazil-led coalition". */
export function listBodies(line: Line): Candidate[] {
  const { words } = line;
  const found: Candidate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let noun = at;
    while (noun < words.length && isOfState(words[noun]!) && (noun === at || isJoined(words[noun]!, words[noun - 1]!)))
      noun += 1;
    const to = noun > at ? findBodyEnd(words, noun) : findCoalitionEnd(words, at + 1);
    if (to !== undefined) found.push(toCandidate(line, at, to, 'institution'));
    at = (to ?? Math.max(noun, at + 1)) - 1;
  }
  return found;
}

function findBodyEnd(words: readonly Word[], at: number): number | undefined {
  const [first, second] = [words[at], words[at + 1]];
  if (!first) return undefined;
  if (!isJoined(first, words[at - 1]!)) return findCoalitionEnd(words, at);
  if (second && isJoined(second, first) && stateBodyPairs.has(`${first.key} ${second.key}`)) return at + 2;
  if (!stateBodies.has(first.key) || first.isCapital) return undefined;
  return mayBeAdjective.has(first.key) && isThingOfBody(second) ? undefined : at + 1;
}

/** Behind "US" in "US-led international coalition". Unit: words. */
const MOST_ADJECTIVES = 2;

function findCoalitionEnd(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.key !== 'led' || words[at].gap !== '-' || !words[at - 1]!.isCapital) return undefined;
  for (let to = at + 1; to <= at + 1 + MOST_ADJECTIVES && to < words.length && isBlank(words[to]!.gap); to += 1)
    if (/^(?:coalition|alliance)$/u.test(words[to]!.key)) return to + 1;
  return undefined;
}

/** A name before "government" or "regime" names that body: "Lima government". */
export function widenToBody(candidate: Candidate): Candidate {
  const { line, to, kind } = candidate;
  const noun = line.words[to];
  const mayRule = kind === 'power' || kind === 'plain' || kind === 'person';
  if (
    !mayRule ||
    !noun ||
    !isJoined(noun, line.words[to - 1]!) ||
    !/^(?:government|regime|administration)$/u.test(noun.key)
  )
    return candidate;
  return { ...candidate, to: to + 1, end: noun.end, kind: 'institution' };
}

/** "US soldiers", "US and Israeli missiles", "Peruvian military vehicles": an adjective, and no name of its own. */
export function isAdjective({ line, from, to }: Candidate): boolean {
  const { words } = line;
  const [last, next] = [words[to - 1]!, words[to]];
  if (!next || last.isPossessive) return false;
  const isName = to - from === 1 && adjectiveNames.has(last.key);
  const isBody = to - from > 1 && mayBeAdjective.has(last.key) && isOfState(words[from]!);
  if ((isName && isNoun(next)) || (isBody && isThingOfBody(next))) return true;
  if (!isName) return false;
  const other = next.key === 'and' ? words[to + 1] : next.gap === ', ' ? next : undefined;
  return other !== undefined && nationalities.has(other.text);
}

/** What bodies have: "military vehicles", "government officials". */
const thingsOfBodies = toWords(
  'men convoy convoys official officials source sources personnel adviser advisers advisor advisors aid support presence intervention operation operations campaign equipment hardware aircraft warplanes action buildup budget activity exercise exercises strike strikes site sites facility facilities checkpoint checkpoints outpost outposts post posts barracks building buildings office offices service media television officer officers delegation delegations airport hospital and',
);
const isThingOfBody = (word: Word | undefined) =>
  word !== undefined &&
  isBlank(word.gap) &&
  (thingsOfBodies.has(word.key) ||
    weapons.has(word.key) ||
    (followersOfActors.has(word.key) && word.key !== 'report' && word.key !== 'reports'));

const weapons = toWords(
  'missile missiles rocket rockets gun guns tank tanks vehicle vehicles system systems rifle rifles helicopter helicopters jet jets drone drones launcher launchers bomb bombs shell shells grenade grenades ammunition truck trucks pistol pistols bulldozer',
);

/** "TOW missiles", "a BMP": a thing that is called so. */
export function isThing({ line, from, to, kind }: Candidate): boolean {
  if (kind !== 'acronym' && kind !== 'plain') return false;
  const [last, next] = [line.words[from - 1], line.words[to]];
  if (next && isBlank(next.gap) && weapons.has(next.key)) return true;
  return kind === 'acronym' && /^an?$/u.test(last?.key ?? '') && !isNoun(next);
}
