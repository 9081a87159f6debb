import { followersOfActors, institutionWords, mediaNouns } from './lists/institution-words.ts';
import {
  actorPrepositions,
  actorVerbs,
  bodies,
  dealings,
  placePrepositions,
  placeVerbs,
  roles,
  stateVerbs,
  weakPrepositions,
} from './lists/context-words.ts';
import { toWords } from './lists/list.ts';
import { compassWords, placeKinds } from './lists/place-words.ts';
import type { Candidate, NameKind } from './candidates.ts';
import type { Run } from './runs.ts';
import { isBlank, type Line, type Word } from './words.ts';

/** How much what stands around a name speaks for each label; 0 where it says nothing. Unit: 1 is a plain hint, 2 a strong one. */
export type Cues = { actor: number; location: number };

export const noCues: Cues = { actor: 0, location: 0 };
export const addCues = (a: Cues, b: Cues): Cues => ({ actor: a.actor + b.actor, location: a.location + b.location });

export const scaleCues = ({ actor, location }: Cues, by: number): Cues => ({
  actor: actor * by,
  location: location * by,
});

const compass = new Set(Array.from(compassWords, (word) => word.toLowerCase()));
const distances = toWords(
  'outside miles kilometers kilometres km part parts most rest much outskirts vicinity city centre center edge entrance liberation bombing siege invasion occupation',
);
const paths = toWords(
  'road roads border borders highway line route routes area areas frontier distance somewhere link',
);
const ownedPlaces = toWords('airbase base bases border airspace embassy consulate ambassador');

const placeAdjectives =
  /^(?:neighbou?ring|nearby|besieged|war-torn|held|occupied|controlled|downtown|mainland|rural|(?:\p{L}+-)(?:held|occupied|controlled))$/u;
/** Above "according to". */
const BASED = 4;

const actor = (weight: number): Cues => ({ actor: weight, location: 0 });
const location = (weight: number): Cues => ({ actor: 0, location: weight });

/** The word before this one, where no sign parts them. */
const findBefore = (words: readonly Word[], at: number): Word | undefined =>
  at > 0 && isBlank(words[at]!.gap) && !words[at - 1]!.isPossessive ? words[at - 1] : undefined;

/** What stands before a name: "in X", "city of X", "members of X", "talks between X", "anti-X". */
export function readBefore({ words }: Line, { from }: Run): Cues {
  if (words[from]!.gap === '-') return /^(?:anti|pro)$/u.test(words[from - 1]!.key) ? actor(2) : noCues;
  let at = from;
  let word = findBefore(words, at);
  if (word?.key === 'the' || word?.key === 'both') word = findBefore(words, (at -= 1));
  if (!word) return readOwner(words, from);
  if ((compass.has(word.key) && !word.isCapital) || placeAdjectives.test(word.key)) return location(2.5);
  if (placeKinds.has(word.key)) return location(word.key === 'base' ? 1 : 2);
  if (bodies.has(word.key) || roles.has(word.key)) return actor(2);
  return readLink(words, at - 1, word);
}

function readLink(words: readonly Word[], at: number, word: Word): Cues {
  const last = findBefore(words, at);
  if (word.key === 'of') return last ? readOf(last) : location(0.5);
  if (word.key === 'to' && last?.key === 'according') return actor(3);
  if (word.key === 'between' || (word.key === 'and' && isBetween(words, at))) return readBetween(words, at);
  if (placePrepositions.has(word.key)) return location(2.5);
  if (word.key === 'with' && (isLinked(words, at) || /^(?:border|borders|frontier|boundary)$/u.test(last?.key ?? '')))
    return location(2.5);
  if (actorPrepositions.has(word.key)) return actor(1.8);
  if (weakPrepositions.has(word.key)) return location(word.key === 'from' ? 1 : 0.6);
  if (word.key === 'that') return actor(0.4);
  if (actorVerbs.has(word.key) && !stateVerbs.has(word.key))
    return placeVerbs.has(word.key) ? location(0.8) : actor(1.2);
  return noCues;
}

function readOf(last: Word): Cues {
  if (placeKinds.has(last.key) || compass.has(last.key) || distances.has(last.key)) return location(2.5);
  if (followersOfActors.has(last.key)) return actor(1.5);
  return location(0.5);
}

function isBetween(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) if (words[back]!.key === 'between') return true;
  return false;
}

/** "the road that links X with Y". */
const isLinked = (words: readonly Word[], at: number) =>
  words.slice(Math.max(0, at - 6), at).some(({ key }) => /^(?:link|connect)(?:s|ed|ing)?$/u.test(key));

/** "talks between X and Y", "the road between X and Y". */
function readBetween(words: readonly Word[], at: number): Cues {
  for (let back = at - 1; back >= Math.max(0, at - 8); back -= 1) {
    if (dealings.has(words[back]!.key)) return actor(2);
    if (paths.has(words[back]!.key)) return location(2);
  }
  return noCues;
}

/** "Peru's Varn". */
function readOwner(words: readonly Word[], from: number): Cues {
  const owner = words[from - 1];
  return owner?.isPossessive && owner.isCapital && isBlank(words[from]!.gap) ? location(0.8) : noCues;
}

/** What stands behind a name: "X said", "X province", "X fighters", "X-based". */
export function readBehind({ words }: Line, { to, kind }: Candidate): Cues {
  const next = words[to];
  if (!next) return noCues;
  if (next.gap === '-') return next.isCapital ? noCues : next.key === 'based' ? location(BASED) : actor(2);
  if (/^['’]s?\s/u.test(next.gap) || words[to - 1]!.isPossessive) return readOwned(words, to);
  if (!isBlank(next.gap)) return readSigns(words, to, kind);
  if (placeKinds.has(next.key)) return location(/^(?:borders?|capital|frontier)$/u.test(next.key) ? 1.5 : 2.5);
  if (stateVerbs.has(next.key)) return actor(isHelper(next) ? 1.6 : 1);
  if (actorVerbs.has(next.key)) return actor(2);
  if (mediaNouns.has(next.key)) return actor(3);
  // states act in any verb; but "Temsar rebels" says where they are
  if (kind === 'power') return /\p{L}{2}ed$/u.test(next.key) ? actor(1.5) : noCues;
  return followersOfActors.has(next.key) ? actor(1.5) : noCues;
}

const isHelper = ({ key }: Word) => /^(?:has|have|had|will|would|did|does|do)$/u.test(key);

/** "X's northern border", "X's Varn": a place; "X's Defense Ministry", "X's decision": who owns it acts. */
function readOwned(words: readonly Word[], to: number): Cues {
  const next = words[to]!;
  if (compass.has(next.key)) return location(1.5);
  for (let at = to; at < Math.min(words.length, to + 3) && (at === to || isBlank(words[at]!.gap)); at += 1) {
    const { key, text } = words[at]!;
    if (institutionWords.has(text) || ownedPlaces.has(key)) return actor(2);
    if (placeKinds.has(key)) return location(1.5);
  }
  return next.isCapital ? location(1) : actor(1.8);
}

/** "X, who said"; "X, where"; "X, the former envoy to"; "X, a town". */
function readSigns(words: readonly Word[], to: number, kind: NameKind): Cues {
  const [next, second] = [words[to]!, words[to + 1]];
  if (!next.gap.startsWith(',')) return noCues;
  if (/^(?:said|says|told)$/u.test(next.key)) return actor(1.5);
  if (next.key === 'who') return actor(2);
  if (next.key === 'where') return location(2);
  if (next.key === 'which')
    return second && actorVerbs.has(second.key) && !stateVerbs.has(second.key) ? actor(1.5) : noCues;
  return /^(?:the|an?)$/u.test(next.key) ? readApposition(words, to + 1, kind) : noCues;
}

/** Unit: words. */
const MOST_OF_APPOSITION = 6;

function readApposition(words: readonly Word[], from: number, kind: NameKind): Cues {
  for (let at = from; at < Math.min(words.length, from + MOST_OF_APPOSITION) && isBlank(words[at]!.gap); at += 1) {
    const { key } = words[at]!;
    if (placeKinds.has(key)) return location(1.5);
    // "in Temsar, the president said"
    if (roles.has(key) || bodies.has(key)) return kind === 'power' ? noCues : actor(1.5);
  }
  return noCues;
}
