import { findFate, onlyAfter, onlyBefore } from './count-words.ts';
import type { Counted } from './read-counted.ts';
import { wordSet, type Word } from './words.ts';

const auxiliaries = wordSet(
  'was were is are be been being has have had also either later who reportedly allegedly others more',
);
const ofThem = /^(?:of|them|whom)$/u;
const clauseBegins = wordSet(
  'that after when while as who which where because although though before since if but whether',
);
const participles = wordSet('including suspected armed wanted alleged unarmed displaced');
/** Unit: words. Farther away a verb has another object. */
const REACH = 14;
const NEAR_REACH = 4;
/** “the death toll from the strikes on the town has risen to” */
const TOLL_REACH = 20;

/**
 * The unit that a verb or noun beside a number gives to the people it counts: `killed`, `wounded`, `captured`, `displaced`,
 * `missing`; `other` for “killed or wounded”; undefined where none is said.
 */
export function findFateOf(words: readonly Word[], first: number, { noun, last }: Counted): string | undefined {
  return (
    findRightAfter(words, last + 1) ??
    findBefore(words, first, noun === undefined ? NEAR_REACH : REACH) ??
    (noun === undefined ? undefined : findLaterOn(words, last + 1))
  );
}

const isAdverb = ({ lower }: Word) => lower.endsWith('ly') && lower.length > 4;
const isFate = (word: Word | undefined) => word !== undefined && findFate(word.lower) !== undefined;

/** “were killed”, “reportedly died”, “dead”. */
function findRightAfter(words: readonly Word[], from: number): string | undefined {
  let at = from;
  while (
    words[at] &&
    at < from + 5 &&
    (auxiliaries.has(words[at]!.lower) || ofThem.test(words[at]!.lower) || isAdverb(words[at]!))
  )
    at += 1;
  const word = words[at];
  return word && isFate(word) && !onlyAfter.has(word.lower) ? joined(words, at) : undefined;
}

/** “killing at least three soldiers and two children”, “the death toll rose to 31”. */
function findBefore(words: readonly Word[], first: number, reach: number): string | undefined {
  let isTollOnly = false;
  for (let at = first - 1; at >= Math.max(0, first - TOLL_REACH); at -= 1) {
    const word = words[at]!;
    if (word.lower === 'toll') return 'killed';
    if (isFate(word) && !isTollOnly) {
      // “the injured” are somebody else
      if (/^(?:the|those|its|their)$/u.test(words[at - 1]?.lower ?? '') && !onlyAfter.has(word.lower)) return undefined;
      const isPassive = /^(?:was|were|is|are|be|been|being)$/u.test(words[at - 1]?.lower ?? '');
      return onlyBefore.has(word.lower) || isPassive || first - at > reach ? undefined : joined(words, at);
    }
    if (word.isSign && !/^[,()"“”‘’'–-]$/u.test(word.text)) return undefined;
    if (clauseBegins.has(word.lower) && !isAsWellAs(words, at)) return undefined;
    const isVerb = /(?:ed|ing)$/u.test(word.text) && !participles.has(word.lower) && !/[-‐‑]/u.test(word.text);
    if (isVerb || auxiliaries.has(word.lower) || /^(?:rose|to|at|stands|reached|climbed)$/u.test(word.lower))
      isTollOnly = true;
  }
  return undefined;
}

const isAsWellAs = (words: readonly Word[], at: number) =>
  words[at + 1]?.lower === 'well' || words[at - 1]?.lower === 'well';

/** “30 gunmen and 20 civilians were killed”: of all that stand before the verb. */
function findLaterOn(words: readonly Word[], from: number): string | undefined {
  for (let at = from; at < Math.min(words.length, from + REACH); at += 1) {
    const word = words[at]!;
    if (word.isSign && !/^[,()"“”‘’']$/u.test(word.text)) return undefined;
    if (clauseBegins.has(word.lower) || isOthersNumber(words, at)) return undefined;
    if (!isFate(word)) continue;
    if (onlyAfter.has(word.lower)) return undefined;
    const before = words[at - 1]!;
    const isSaidOfThem =
      onlyBefore.has(word.lower) || before.lower === 'those' || auxiliaries.has(before.lower) || isAdverb(before);
    const next = words[at + 1]?.lower;
    return isSaidOfThem || next === undefined || /^(?:[.,]|in|by|during|when|on|and|or)$/u.test(next)
      ? joined(words, at)
      : undefined;
  }
  return undefined;
}

/** “a million people, nearly 700,000 of them displaced”: what follows is said of these. */
const isOthersNumber = (words: readonly Word[], at: number) =>
  words[at]!.lower === 'them' && /^\d|^(?:hundred|thousand|million)$/u.test(words[at - 2]?.lower ?? '');

/** The fate at `at`; `other` where another is said with it, since the number is of both. */
function joined(words: readonly Word[], at: number): string {
  const fate = findFate(words[at]!.lower)!;
  const isBoth = (link: number, other: number) => {
    const second = words[other] && findFate(words[other].lower);
    return /^(?:and|or|\/|and\/or)$/u.test(words[link]?.lower ?? '') && second !== undefined && second !== fate;
  };
  return isBoth(at + 1, at + 2) || isBoth(at - 1, at - 2) ? 'other' : fate;
}
