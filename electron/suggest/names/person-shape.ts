import { eventWords } from './lists/common-words.ts';
import { fieldsOfWork, institutionWords } from './lists/institution-words.ts';
import { toWords } from './lists/list.ts';
import { givenNames, halfTitles, personTitles } from './lists/person-words.ts';
import { placeBeginnings, placeEndings } from './lists/place-words.ts';
import type { Run } from './runs.ts';
import type { Word } from './words.ts';

/** Titles that places are called after as well: "Sheikh Said" may be either. */
const honours = toWords(
  'Sheikh Shaikh Sheik Shaykh Haj Hajj Saint Imam Father King Sultan Private Major General Count Grand Crown',
);
const notLast = [institutionWords, placeEndings, eventWords, fieldsOfWork];

export const isLink = ({ key }: Word) => key === 'of' || key === 'for' || key === 'on';
export const isTitle = ({ text }: Word) => personTitles.has(text) || personTitles.has(`${text}.`);

/** Whether words are a person: a title with a name behind it, or a given name. `isListed`: whether a listed name stands in a range. */
export function isPerson(words: readonly Word[], { from, to }: Run, isListed: (run: Run) => boolean): boolean {
  const last = words[to - 1]!;
  if (to - from < 2 || isTitle(last) || notLast.some((list) => list.has(last.text))) return false;
  for (let at = to - 2; at >= from && !isLink(words[at]!); at -= 1) {
    const { text } = words[at]!;
    const behind = { from: at + 1, to };
    if (givenNames.has(text) && at > from && isTitle(words[at - 1]!)) return true;
    if (givenNames.has(text) && (at === from || hasTitleOf(words, from, at))) return !isListed(behind);
    if (!isTitle(words[at]!) || halfTitles.has(text) || (honours.has(text) && at > from)) continue;
    return !isListed(behind) && !(honours.has(text) && placeBeginnings.has(text));
  }
  return false;
}

/** "Secretary of State" before a given name at `at`. */
const hasTitleOf = (words: readonly Word[], from: number, at: number) =>
  words.slice(from, at).some((word, n) => isTitle(word) && (n + 1 === at - from || isLink(words[from + n + 1]!)));

/** The "of" in "President of Temsar", which has a title before it and no person behind; undefined where there is none. */
export function findLinkOfTitle(words: readonly Word[], { from, to }: Run): number | undefined {
  for (let at = from + 1; at < to; at += 1) if (isLink(words[at]!)) return isTitle(words[at - 1]!) ? at : undefined;
  return undefined;
}
