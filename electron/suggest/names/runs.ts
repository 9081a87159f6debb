import { fieldsOfWork, institutionWords } from './lists/institution-words.ts';
import { neverNames } from './lists/common-words.ts';
import { personTitles } from './lists/person-words.ts';
import { placeBeginnings, placeEndings } from './lists/place-words.ts';
import { toWords } from './lists/list.ts';
import { isJoined, type Word } from './words.ts';

/** Words of a line that may be one name or several: `[from, to)`. */
export type Run = { from: number; to: number };

/** In lower case within names of people and places: Abu Bakr al Baghdadi, Osama bin Laden, Charles de Gaulle. */
const particles = toWords('al el bin ibn ben abu umm de del della di da dos du la le van von der ter ez es zu ud ul e');
const linkWords = toWords('of for on');
const stateHeads = toWords(
  'Republic Kingdom State Emirate Emirates Sultanate Caliphate Liberation Defenders Defence Defense Protection Prevention House',
);
/** Longer runs of capitals are no name. Unit: words. */
const LONGEST_RUN = 14;
const roads = toWords('highway motorway road expressway freeway');
const ordinal = /^\d+(?:st|nd|rd|th)$/u;

/** Runs of words with a capital, with what may stand small within a name, from left to right. */
export function listRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length;) {
    if (!startsRun(words, from)) {
      from += 1;
      continue;
    }
    let to = from + 1;
    for (let next = findNext(words, from, to); next !== undefined; next = findNext(words, from, to)) to = next;
    if (to - from <= LONGEST_RUN) runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** Whether a word may be part of a name by its letters; those with figures are mostly weapons. */
const isNameWord = (word: Word) =>
  word.isCapital && !neverNames.has(word.text) && !/^\p{N}|\p{L}-?\p{N}/u.test(word.text);

/** "4th Division", "T-3 Pumping Station", "M5 highway": a number that begins a name. */
function startsRun(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (isNameWord(word)) return true;
  const next = words[at + 1];
  if (!next || !isJoined(next, word)) return false;
  if (/^\p{Lu}{1,2}-?\p{N}{1,4}$/u.test(word.text) && roads.has(next.key)) return true;
  if (!isNameWord(next)) return false;
  if (ordinal.test(word.text)) return true;
  const end = words[at + 2];
  const isEnding = (each: Word | undefined) => each !== undefined && placeEndings.has(each.text);
  return /^\p{Lu}-?\p{N}+$/u.test(word.text) && (isEnding(next) || (isEnding(end) && isJoined(end!, next)));
}

/** Where the run goes on to, or undefined where it ends before `at`. */
function findNext(words: readonly Word[], from: number, at: number): number | undefined {
  const [last, word, next] = [words[at - 1]!, words[at], words[at + 1]];
  if (!word || at - from > LONGEST_RUN || !isJoined(word, last)) return undefined;
  if (isNameWord(word)) return at + 1;
  if (!next || !isJoined(next, word)) return undefined;
  if (particles.has(word.key) && isNameWord(next)) return at + 2;
  if (linkWords.has(word.key)) return findAfterLink(words, from, at);
  const isPair = word.key === 'and' || word.key === '&';
  return isPair && fieldsOfWork.has(next.text) && holdsLink(words, from, at) ? at + 2 : undefined;
}

const holdsLink = (words: readonly Word[], from: number, to: number) =>
  words.slice(from, to).some(({ key }) => linkWords.has(key)) || fieldsOfWork.has(words[to - 1]!.text);

/** "Ministry of Defense", "Board for the Liberation of …", "Chief of the General Staff"; not "Rebels of Varn". */
function findAfterLink(words: readonly Word[], from: number, at: number): number | undefined {
  const skipsThe =
    words[at + 1]?.key === 'the' && words[at + 2] !== undefined && isJoined(words[at + 2]!, words[at + 1]!);
  const to = skipsThe ? at + 2 : at + 1;
  const next = words[to];
  if (!next || !isNameWord(next)) return undefined;
  const last = words[at - 1]!.text;
  const lists = [institutionWords, placeEndings, placeBeginnings, stateHeads, personTitles];
  const isHead = words[at]!.key !== 'on' && lists.some((list) => list.has(last));
  const isWork =
    fieldsOfWork.has(next.text) && (fieldsOfWork.has(last) || institutionWords.has(last) || holdsLink(words, from, at));
  const end = words[to + 1];
  const isBody = end !== undefined && isJoined(end, next) && institutionWords.has(end.text);
  return isHead || isWork || isBody ? to + 1 : undefined;
}
