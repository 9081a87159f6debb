import type { Span } from '../domain/span.ts';
import { OPEN_ABBREVIATIONS, OPENERS } from './sentences.ts';
import { findAt, listWordsAround } from './words.ts';

/** What stands at a place and is known to be a name; undefined where nothing is. */
export type KnownNames = (offset: number) => Span | undefined;

/** The Arabic article as it is joined to a name, al-Sukhnah and ez-Zor, and the elided ones, d'Ivoire. */
const JOINED = String.raw`(?:[AaEe](?:[lL]|dh|th|sh|[dnrstz])-|[dlDLO]['’])`;
const isCapital = new RegExp(`^(?:${JOINED}?\\p{Lu}|[AaEe]l-\\p{L})`, 'u');
/** Turkish-backed, Moscow-based */
const isCompound = /-\p{Ll}[\p{Ll}\p{M}]*$/u;
const isOrdinal = /^\d{1,3}(?:st|nd|rd|th)$/;
const isOpener = new RegExp(`^(?:${OPENERS})$`, 'u');
const isCalendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|September|October|November|December)$/;
const isTitle = new RegExp(`^(?:${OPEN_ABBREVIATIONS}|\\p{Lu}|(?:\\p{Lu}\\.)+\\p{Lu})$`, 'u');
const isDotted = /^(?:\p{Lu}\.)+\p{Lu}$/u;
const possessive = /(?:['’]s|(?<=s)['’])$/u;
/** Small words inside names of people and places. */
const isParticle = /^(?:al|el|ul|bin|ibn|bint|abu|abd|umm|van|von|der|den|ter|zu|de|del|della|di|da|dos|du|la|le|y)$/u;
const isArticle = /^(?:al|el)$/u;
/** Heads of names that go on with `of` or `for`: Ministry of Defence, Board for the Liberation of Murayn. */
const HEADS =
  'Academy|Agency|Army|Association|Authority|Bank|Bay|Board|Brigades?|Bureau|Centre|Center|Chamber|Church|City|' +
  'Coalition|Commission|Committee|Company|Confederation|Conference|Congress|Council|Court|Defen[cs]e|Democratic|' +
  'Department|Directorate|Emirate|Faculty|Federation|Force|Forces|Front|Fund|Government|Governor|Group|Gulf|' +
  'Head|High|House|Institute|Kingdom|League|Levant|Liberation|Line|Minister|Ministry|Movement|Museum|Network|' +
  'Observatory|Office|Organi[sz]ation|Palace|Parliament|Party|Port|President|Prince|Province|Queen|King|' +
  'Republic|School|Sea|Secretary|Society|State|States|Strait|Sultanate|Team|Union|University';
const isHead = new RegExp(`^(?:${HEADS})$`, 'u');
const BLANK = /^[ \u00a0]$/u;
const STOP_AND_BLANK = /^\.[ \u00a0]?$/u;
/** More small words than any name has one behind the other: `for the`. */
const MOST_SMALL = 2;

/**
 * The name that `offset` is in or at the end of: one that is known, else a run of words with capitals, else the word;
 * undefined where there is none.
 *
 * A run takes titles and initials along (`Gen. Y. Hadad`), small words inside a name (`bin`, `de`, `of` after what an
 * institution is called), and leaves out what only begins a sentence, days and months, and a possessive 's.
 */
export function findNameAt(text: string, offset: number, known?: KnownNames): Span | undefined {
  const words = listWordsAround(text, offset);
  return known?.(offset) ?? findAt(listRuns(text, words), offset) ?? findAt(words, offset);
}

/** The longest of the forms that stands at `offset` as a whole, written just like that; undefined where none does. */
export function findFormAt(text: string, offset: number, forms: Iterable<string>): Span | undefined {
  let found: Span | undefined;
  for (const form of forms) {
    if (form === '' || (found && found.end - found.start >= form.length)) continue;
    const from = Math.max(0, offset - form.length);
    const at = text.slice(from, offset + form.length).indexOf(form);
    if (at === -1) continue;
    const start = from + at;
    const end = start + form.length;
    if (isWhole(text, start) && isWhole(text, end)) found = { start, end };
  }
  return found;
}

const isInWord = /[\p{L}\p{M}\p{N}]/u;
const isWhole = (text: string, border: number) =>
  !isInWord.test(text[border - 1] ?? ' ') || !isInWord.test(text[border] ?? ' ');

function listRuns(text: string, words: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let run: Span | undefined;
  let last = '';
  let small: string[] = [];
  let lastEnd = -1;
  words.forEach((word, n) => {
    const written = text.slice(word.start, word.end);
    const stem = written.replace(possessive, '');
    const isJoined = run !== undefined && isJoinedBy(text.slice(lastEnd, word.start), small.length === 0 ? last : '');
    if (isNamePart(stem) || (isOrdinal.test(stem) && isCapital.test(toWord(text, words[n + 1])))) {
      const end = word.start + stem.length + (isDotted.test(stem) && text[word.end] === '.' ? 1 : 0);
      if (run && isJoined) run.end = end;
      else {
        run = { start: startsWithArticle(text, words[n - 1], word.start) ?? word.start, end };
        runs.push(run);
      }
      last = stem;
      small = [];
      if (stem !== written) run = undefined;
    } else if (run && isJoined && small.length < MOST_SMALL && mayJoin(stem, last, small)) small.push(stem);
    else run = undefined;
    lastEnd = word.end;
  });
  return runs;
}

const toWord = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : '');

const isNamePart = (word: string) =>
  isCapital.test(word) &&
  !isOpener.test(word) &&
  !isCalendar.test(word) &&
  (!isCompound.test(word) || /^[AaEe]l-/.test(word));

/** `before` is the word before the gap where a stop after it may be an abbreviation's. */
const isJoinedBy = (gap: string, before: string) =>
  BLANK.test(gap) || (STOP_AND_BLANK.test(gap) && isTitle.test(before));

function startsWithArticle(text: string, before: Span | undefined, start: number): number | undefined {
  const isThere = before && BLANK.test(text.slice(before.end, start)) && isArticle.test(toWord(text, before));
  return isThere ? before.start : undefined;
}

const mayJoin = (word: string, last: string, small: readonly string[]) =>
  isParticle.test(word) ||
  (small.length === 0 && (word === 'of' || word === 'for') && isHead.test(last)) ||
  (word === 'the' && (small[0] === 'of' || small[0] === 'for'));
