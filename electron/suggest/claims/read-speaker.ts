import { determiners, links, modifiers, pronouns, speakerNouns, unnamedNouns } from './reporting-words.ts';
import { DAYS, findMonth, isCapital, wordSet, type Word } from './words.ts';

/** Words that name a speaker, both ends included. Unit: words of the sentence. */
type Range = { first: number; last: number };

/** Unit: words. “a spokesman for the Board for the Liberation of the Northern Coast (BLNC)” is well within. */
const LONGEST_NAME = 18;
const LONGEST_ASIDE = 20;
const titles = wordSet('gen lt col maj capt sgt brig adm mr mrs ms dr prof st sen rep gov');
/** Capitals at the beginning of a sentence that begin no name. */
const noNames =
  wordSet(`the a an in on at for from to of and but or after before when while as since during with by if it he she they
  meanwhile however also earlier later according this that these those there its their his her separately elsewhere yesterday today
  another other some several many most both all what who how why where which because although though i we you`);

export const isDay = ({ text, lower }: Word) => /^\p{Lu}/u.test(text) && DAYS.includes(lower);
const isTime = (word: Word) => isDay(word) || findMonth(word) !== undefined;
const joinedArticle = /^(?:al|el|ad|an|ar|as|ash|at|az|ed|er|es|ez)[-‐‑]\p{Lu}/u;
const isName = (word: Word) =>
  (isCapital(word) || joinedArticle.test(word.text)) && !noNames.has(word.lower) && !isTime(word);
const isSpeakerNoun = ({ lower }: Word) => speakerNouns.has(lower);
const isModifier = ({ lower }: Word) =>
  modifiers.has(lower) ||
  /^\p{L}.*[-‐‑](?:based|backed|run|led|linked|affiliated|government|language|controlled|owned|\p{L}+an)$/u.test(
    lower,
  ) ||
  /^(?:pro|anti|ex|vice)[-‐‑]/u.test(lower);

/** Who is named by the words that end with word `last`; undefined where these name nobody who speaks. */
export function readSpeakerBefore(words: readonly Word[], last: number): Range | undefined {
  const word = words[last];
  if (!word || word.isQuoted) return undefined;
  if (word.text === ',') return readBeforeAside(words, last);
  if (pronouns.has(word.lower)) return { first: last, last };
  const end = word.text === ')' ? findOpening(words, last) - 1 : last;
  const head = words[end];
  const opening = findOpeningPhrase(words, last);
  if (opening !== undefined) return { first: opening, last };
  if (!head || !(isName(head) || isSpeakerNoun(head) || isRegion(words, end))) return undefined;
  const first = findFirst(words, end);
  if (!isInside(words, first)) return { first, last };
  // “the council, which has members in Morrow, said”, without its commas
  const relative = words
    .slice(Math.max(0, first - 12), first)
    .findLastIndex(({ lower }) => /^(?:which|who)$/u.test(lower));
  return relative === -1 ? undefined : readSpeakerBefore(words, Math.max(0, first - 12) + relative - 1);
}

/** “run by the town’s ally Temsar”: a preposition makes the name a part of something else. */
function isInside(words: readonly Word[], first: number): boolean {
  const isBefore = (at: number) => prepositions.has(words[at]?.lower ?? '');
  if (isBefore(first - 1)) return true;
  const isNoun = first > 1 && isName(words[first]!) && /^\p{Ll}/u.test(words[first - 1]!.text);
  return isNoun && !words[first - 2]!.isSign && (isBefore(first - 2) || isBefore(first - 3));
}

/** What follows the name of a place in small letters. */
const regionNouns = wordSet(
  'province city town village region area countryside district governorate neighbourhood neighborhood',
);
const isRegion = (words: readonly Word[], at: number) =>
  regionNouns.has(words[at]!.lower) && words[at - 1] !== undefined && isName(words[at - 1]!);
/** Before a name they make it somewhere or something else than who speaks. */
const prepositions = wordSet(
  'of in at near from to on by against over for into inside outside across around between under towards toward than',
);

/** None stands in a name. */
const clauseWords =
  wordSet(`that which who when while after before was were is are has have had will would said says told killed
  reported but`);

/** Where a sentence begins that opens with a noun of speaking and goes on up to the verb: “Residents of two villages there say”. */
function findOpeningPhrase(words: readonly Word[], last: number): number | undefined {
  if (last > LONGEST_NAME) return undefined;
  let at = 0;
  while (words[at] && !startsPhrase(words, at) && (determiners.has(words[at]!.lower) || isModifier(words[at]!)))
    at += 1;
  if (at >= last || !startsPhrase(words, at)) return undefined;
  const rest = words.slice(at + 2, last + 1);
  return rest.every(({ lower, isSign, text }) => !clauseWords.has(lower) && (!isSign || /^[()]$/u.test(text)))
    ? 0
    : undefined;
}

const startsPhrase = (words: readonly Word[], at: number) =>
  isSpeakerNoun(words[at]!) && links.has(words[at + 1]?.lower ?? '');

const findOpening = (words: readonly Word[], closing: number): number => {
  for (let at = closing - 1; at >= Math.max(0, closing - 12); at -= 1) if (words[at]!.text === '(') return at;
  return 0;
};

/** Walks left over a name: capitals, nouns of speaking, what qualifies them, and what links two of these. */
function findFirst(words: readonly Word[], end: number): number {
  let first = end;
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_NAME); at -= 1) {
    const word = words[at]!;
    if (word.isQuoted) break;
    if (word.isSign) {
      if (word.text === ')') {
        at = findOpening(words, at);
        continue;
      }
      if (word.text === '.' && titles.has(words[at - 1]?.lower ?? '')) continue;
      break;
    }
    if (determiners.has(word.lower)) {
      first = at;
      // “of the”, “for the” go on
      if (!isLinked(words, at - 1)) break;
      at -= 1;
    } else if (links.has(word.lower)) {
      if (!isLinked(words, at)) break;
    } else if (isName(word) || isSpeakerNoun(word) || isModifier(word) || isRegion(words, at)) first = at;
    else {
      // one or two adjectives, where an article says that the name begins before them
      const article = [at - 1, at - 2].find((n) => /^(?:the|a|an)$/u.test(words[n]?.lower ?? ''));
      const isOfName =
        article !== undefined && words.slice(article + 1, at + 1).every(({ text }) => /^\p{Ll}/u.test(text));
      return first === at + 1 && isOfName ? article : first;
    }
  }
  return first;
}

/** A preposition between two parts of a name: what stands before it has to be one. */
function isLinked(words: readonly Word[], at: number): boolean {
  const [before, link] = [words[at - 1], words[at]];
  if (!before || !link || !links.has(link.lower) || before.isQuoted) return false;
  if (link.lower === 'and') return isSpeakerNoun(before) || (isName(before) && isName(words[at + 1]!));
  if (isSpeakerNoun(before)) return true;
  return isName(before) && (/^(?:of|for)$/u.test(link.lower) || /^(?:of|for)$/u.test(words[at - 2]?.lower ?? ''));
}

const asideBegins = wordSet(
  'a an the who which head director spokesman spokesperson citing quoting in at during speaking its his her chief one',
);

/** “Ann Dell, head of the council,”; “the Observatory, which has a network there,”: who stands before what is set off. */
function readBeforeAside(words: readonly Word[], comma: number): Range | undefined {
  for (let at = comma - 1; at >= Math.max(1, comma - LONGEST_ASIDE); at -= 1) {
    if (words[at]!.text !== ',') continue;
    const inner = words.slice(at + 1, comma);
    const isAllName = inner.length <= 4 && inner.every((word) => isName(word));
    if (isAllName) return { first: at + 1, last: comma - 1 };
    if (!asideBegins.has(inner[0]?.lower ?? '')) return undefined;
    const named = readSpeakerBefore(words, at - 1);
    return named && !pronouns.has(words[named.first]!.lower) ? named : undefined;
  }
  return undefined;
}

/** Who is named right after a verb that ends a quotation: “said the mayor of Morrow.” */
export function readSpeakerAfter(words: readonly Word[], from: number): Range | undefined {
  const range = readName(words, from, (word) => isName(word) || isSpeakerNoun(word) || isModifier(word));
  if (!range) return undefined;
  const named = words.slice(range.first, range.last + 1);
  if (!named.some((word) => isName(word) || isSpeakerNoun(word))) return undefined;
  const next = words[range.last + 1];
  const ends =
    !next ||
    next.isSign ||
    isDay(next) ||
    /^(?:who|in|on|at|during|after|told|from|of|as|adding|referring)$/u.test(next.lower);
  return ends ? range : undefined;
}

const sourceEnds =
  wordSet(`that which who whom whose as but when after while before because although killed said says were was is are
  had has have will would on adding it they he she least most`);

/** Who is named after “according to” or “citing”, in whatever words. */
export function readSourceAfter(words: readonly Word[], from: number): Range | undefined {
  const range = readName(
    words,
    from,
    (word) => !sourceEnds.has(word.lower) && !/^\d/u.test(word.text) && !/ing$/u.test(word.lower) && !isTime(word),
  );
  const named = range && words.slice(range.first, range.last + 1);
  const isDefinite = determiners.has(words[from]?.lower ?? '');
  return named?.some((word) => isName(word) || isSpeakerNoun(word) || unnamedNouns.has(word.lower)) || isDefinite
    ? range
    : undefined;
}

/** “according to the statement missiles fell”: after the noun of speaking in small letters another thing begins. */
function isPastHead(words: readonly Word[], last: number, at: number): boolean {
  const [head, word] = [words[last], words[at]!];
  if (!head || last !== at - 1 || isName(word) || !/^\p{Ll}/u.test(head.text)) return false;
  const isHead = (each: Word) => isSpeakerNoun(each) || unnamedNouns.has(each.lower);
  return isHead(head) && !isHead(word) && !isModifier(word);
}

/** The longest run of such words, with the prepositions and brackets between them. */
function readName(words: readonly Word[], from: number, isPart: (word: Word) => boolean): Range | undefined {
  let last = -1;
  for (let at = from; at < Math.min(words.length, from + LONGEST_NAME); at += 1) {
    const word = words[at]!;
    if (word.isQuoted) break;
    if (word.isSign) {
      if (word.text === '.' && titles.has(words[at - 1]?.lower ?? '')) continue;
      if (word.text !== '(' || last < 0) break;
      const closing = words.findIndex(({ text }, n) => n > at && n < at + 8 && text === ')');
      if (closing === -1) break;
      at = last = closing;
    } else if (determiners.has(word.lower)) {
      // “according to Airwars a monitoring group”
      if (last === at - 1 && last >= 0) break;
    } else if (links.has(word.lower)) {
      if (last < 0 || isTime(words[at + 1] ?? word)) break;
    } else if (isPart(word) && !isPastHead(words, last, at)) last = at;
    else break;
  }
  return last < 0 ? undefined : { first: from, last };
}
