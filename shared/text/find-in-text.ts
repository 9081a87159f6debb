import type { Span } from '../domain/span.ts';
import { APOSTROPHES, foldWord } from './fold.ts';

/** A text as it is looked through: folded, with the place in the text that each folded unit came from. Unit: UTF-16. */
export type FoldedText = { folded: string; starts: Uint32Array; ends: Uint32Array };

/** A letter with its marks. */
const cluster = /[^\p{M}][\p{M}]*|\p{M}+/suy;
const blank = /\s/u;
const apostrophe = new RegExp(`^[${APOSTROPHES}“”"«»]`, 'u');
const hyphen = /^[\p{Pd}−]/u;

/**
 * Folds a text for `findInText`: without case and marks, any run of white space as one blank, all apostrophes and quotation marks
 * alike, all hyphens alike. Time grows with the text.
 */
export function foldText(text: string): FoldedText {
  const known = new Map<string, string>();
  const parts: string[] = [];
  let starts = new Uint32Array(text.length + 16);
  let ends = new Uint32Array(text.length + 16);
  let length = 0;
  let wasBlank = false;
  const add = (folded: string, start: number, end: number) => {
    while (length + folded.length > starts.length) [starts, ends] = [grow(starts), grow(ends)];
    for (let n = 0; n < folded.length; n += 1, length += 1) {
      starts[length] = start;
      ends[length] = end;
    }
    parts.push(folded);
  };
  for (let at = 0; at < text.length;) {
    const letter = readCluster(text, at);
    const end = at + letter.length;
    const isBlank = blank.test(letter);
    if (isBlank && wasBlank) ends[length - 1] = end;
    else {
      let folded = isBlank ? ' ' : known.get(letter);
      if (folded === undefined) known.set(letter, (folded = foldLetter(letter)));
      add(folded, at, end);
    }
    wasBlank = isBlank;
    at = end;
  }
  return { folded: parts.join(''), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

/** Most letters have no mark after them: these need no pattern. */
function readCluster(text: string, at: number): string {
  if (text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0x300)) return text[at]!;
  cluster.lastIndex = at;
  return cluster.exec(text)![0];
}

function foldLetter(letter: string): string {
  if (apostrophe.test(letter)) return /^[“”"«»]/u.test(letter) ? '"' : "'";
  return hyphen.test(letter) ? '-' : foldWord(letter);
}

function grow(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(places.length * 2);
  larger.set(places);
  return larger;
}

/** Where a text holds what was typed, in order, apart, at most `most`; none for blanks alone. */
export function findInText({ folded, starts, ends }: FoldedText, typed: string, most: number): Span[] {
  const { folded: wanted } = foldText(typed);
  const spans: Span[] = [];
  if (wanted.trim() === '') return spans;
  for (let at = folded.indexOf(wanted); at !== -1 && spans.length < most; at = folded.indexOf(wanted, at)) {
    const span = { start: starts[at]!, end: ends[at + wanted.length - 1]! };
    const last = spans.at(-1);
    if (!last || span.start >= last.end) spans.push(span); // one letter may be two folded ones
    at += wanted.length;
  }
  return spans;
}
