import { fateNouns, findFate, findUnit, phraseEnds } from './count-words.ts';
import { isCapital, wordSet, type Word } from './words.ts';

/**
 * What a number counts: the noun in small letters, its unit, and the words between as they stand. `last`: the last word of it,
 * or of the number where no noun follows.
 */
export type Counted = { noun?: string; unit?: string; ofWhom?: string; last: number };

/** Unit: words. “Syrian and Russian military police officers” is as long as they get. */
const LONGEST_PHRASE = 7;
const skipped = /^(?:of|more|other|additional|new|further|another|or|so|the|its|their|our|his|\+)$/u;
const quotationMark = /^["“”‘’']$/u;
const pluralEnd = /\p{L}[^su'’\W]s$/u;

/** What is counted from word `from` on. */
export function readCounted(words: readonly Word[], from: number): Counted {
  let start = from;
  while (words[start] && skipped.test(words[start]!.lower) && start < from + 3) start += 1;
  for (let at = start; at < words.length && at < start + LONGEST_PHRASE; at += 1) {
    const word = words[at]!;
    if (quotationMark.test(word.text)) continue;
    if (word.isSign || endsPhrase(word) || /^\d/u.test(word.text)) break;
    if (fateNouns.has(word.lower)) return { unit: findUnit(word.lower)!, last: at };
    // “killing 92 and”, but “displaced people”
    if (isVerb(word) && (at > start || !isNoun(words[at + 1]))) break;
    // “civilian lives” counts lives
    const isAdjective = word.lower === 'civilian' && fateNouns.has(words[at + 1]?.lower ?? '');
    if (isNoun(word) && !goesOn(words, at) && !isAdjective) return toCounted(words, start, at);
  }
  return { last: from - 1 };
}

const irregular = wordSet('people ppl men women children police troops personnel aircraft crew');
const isPlural = ({ lower }: Word) => lower.endsWith('s') || irregular.has(lower);

/** “police officers”, “tank shells”; not “civilians, activist”, where the comma was lost. */
function goesOn(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && isNoun(next) && (isPlural(next) || !isPlural(words[at]!));
}

/** “us” ends it, “US” does not. */
const endsPhrase = ({ text, lower }: Word) => phraseEnds.has(lower) && !/^(?:US|IS|IT)$/u.test(text);

/** “killed”, “arrested”; “bodies” are a noun. */
const isVerb = ({ lower }: Word) => findFate(lower) !== undefined && findUnit(lower) === undefined;

/** A noun that may be counted, by a list or by its ending. */
function isNoun(word: Word | undefined): boolean {
  if (!word || word.isSign || endsPhrase(word) || fateNouns.has(word.lower)) return false;
  if (findUnit(word.lower) !== undefined) return true;
  const isPlural = pluralEnd.test(word.text) && !word.lower.endsWith('ous') && findFate(word.lower) === undefined;
  return isPlural && (!isCapital(word) || /^\p{Lu}{2,}s$/u.test(word.text));
}

function toCounted(words: readonly Word[], start: number, at: number): Counted {
  const { lower } = words[at]!;
  const unit = words[at - 1]?.lower === 'aerial' ? 'aircraft' : findUnit(lower);
  // “50 civilians and militants” are 50 together
  const isJoined = /^(?:and|or)$/u.test(words[at + 1]?.lower ?? '') && unit !== undefined;
  const last = isJoined && isNoun(words[at + 2]) && findUnit(words[at + 2]!.lower) === unit ? at + 2 : at;
  const before = words.slice(start, at).filter(({ isSign }) => !isSign);
  return {
    noun: words
      .slice(at, last + 1)
      .map(toNoun)
      .join(' '),
    ...(unit !== undefined && { unit }),
    ...(before.length > 0 && { ofWhom: before.map(({ text }) => text).join(' ') }),
    last,
  };
}

/** In small letters, but for “UAVs”. */
const toNoun = ({ text, lower }: Word) => (/^\p{Lu}{2}/u.test(text) && text !== text.toUpperCase() ? text : lower);
