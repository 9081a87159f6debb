import type { Span } from '#shared/domain/span';
import { eventWords, functionWords, openingWords } from './lists/common-words.ts';
import { nationalities, peoples } from './lists/demonyms.ts';
import { institutionWords } from './lists/institution-words.ts';
import { personTitles } from './lists/person-words.ts';
import { compassWords, placeEndings } from './lists/place-words.ts';
import type { ListedKind } from './listed-names.ts';
import { isLink, isTitle } from './person-shape.ts';
import type { Run } from './runs.ts';
import type { Line, Word } from './words.ts';

/** What is known of the words of an article before its names are cut out. */
export type Surroundings = {
  /** What our lists say of words, by the offset at which they start. */
  listed: ReadonlyMap<number, Span & { kind: ListedKind }>;
  /** Words that stand in the article in lower case. */
  small: ReadonlySet<string>;
  /** Words that stand in the article with a capital though no sentence begins there. */
  capital: ReadonlySet<string>;
};

/** In which cases the words of an article stand in it; headlines say nothing. */
export function countCases(lines: readonly Line[]): Pick<Surroundings, 'small' | 'capital'> {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { words, style } of lines)
    for (const { key, isCapital, isFirst } of style === 'plain' ? words : []) {
      if (!isCapital) small.add(key);
      else if (!isFirst) capital.add(key);
    }
  return { small, capital };
}

/** A name of our lists that starts at a word and ends with one. */
export function findListedAt(words: readonly Word[], from: number, { listed }: Surroundings) {
  const name = listed.get(words[from]!.start);
  if (!name) return undefined;
  let to = from;
  while (to < words.length && words[to]!.end < name.end) to += 1;
  const last = words[to];
  // "U.S." may end with the point or before it
  return last && last.end - name.end <= 1 ? { from, to: to + 1, kind: name.kind } : undefined;
}

/** The first name of our lists that starts within a run and ends there, or at `end` where that is given. */
export function findListedIn(words: readonly Word[], { from, to }: Run, around: Surroundings, end?: number) {
  for (let at = from; at < to; at += 1) {
    const name = findListedAt(words, at, around);
    if (name && (end === undefined ? name.to <= to : name.to === end)) return name;
  }
  return undefined;
}

/** "the Army said", "the Observatory": a short form with a capital of its own. */
export const isShortName = (words: readonly Word[], from: number, at: number) =>
  at === from && !words[at]!.isFirst && words[at - 1]?.key === 'the' && institutionWords.has(words[at]!.text);

/** Without the words at its ends that have a capital for another reason, or are no name by themselves; empty where nothing is left. */
export function trimRun(words: readonly Word[], run: Run, around: Surroundings): Run {
  let { from, to } = run;
  if (findListedAt(words, from, around)?.to === to) return run;
  while (from < to && isOpening(words, { from, to }, around)) from += 1;
  while (from < to && (isLink(words[to - 1]!) || isEmptyEnd(words, from, to - 1, around))) to -= 1;
  const isOnlyTitle = words.slice(from, to).every((word) => isTitle(word) || isLink(word));
  return isOnlyTitle ? { from, to: from } : { from, to };
}

const emptyAlone = [institutionWords, placeEndings, personTitles, eventWords];

function isEmptyEnd(words: readonly Word[], from: number, at: number, around: Surroundings): boolean {
  const { text, key } = words[at]!;
  if (findListedAt(words, at, around) || isShortName(words, from, at)) return false;
  if (nationalities.has(text) || peoples.has(text) || compassWords.has(text))
    return at === from || !isLink(words[at - 1]!);
  return at === from && (functionWords.has(key) || emptyAlone.some((list) => list.has(text)));
}

/** A word that has its capital from the beginning of a sentence. */
function isOpening(words: readonly Word[], { from, to }: Run, around: Surroundings): boolean {
  const word = words[from]!;
  if (findListedAt(words, from, around)) return false;
  if (functionWords.has(word.key)) return true;
  if (!word.isFirst || word.isUpper || around.capital.has(word.key) || isTitle(word)) return false;
  if (!openingWords.has(word.key) && !around.small.has(word.key) && !/(?:ing|ly)$/u.test(word.key)) return false;
  // "Local Coordination Committees": a common word that begins a longer name
  return !(to - from > 2 && words.slice(from + 1, to).some(({ text }) => institutionWords.has(text)));
}
