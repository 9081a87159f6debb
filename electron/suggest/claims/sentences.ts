import type { Span } from '#shared/domain/span';
import { trimSpan } from '#shared/text/words';

/** Ends of sentences, and brackets, within which none ends. */
const marks = /[.!?…]+|[([]|[)\]]/gu;
const closers = new Set('”’"»)]\'');
const letter = /[\p{L}\p{N}]/u;
const upper = /[\p{Lu}\p{Lt}\p{Nd}\p{Lo}]/u;
/** A bracket that has not been closed by then was never meant to be. Unit: UTF-16. */
const LONGEST_BRACKET = 400;

/** What stands before a name or a number, and so ends no sentence. */
const beforeNames = new Set(
  'gen lt col maj capt sgt cpl brig adm cmdr mr mrs ms dr prof st sen rep gov pres rev hon fr mt no nos art sec fig vs approx dept e.g i.e cf'.split(
    ' ',
  ),
);
/** What may end a sentence; it does where the next word is one that begins them. */
const anywhere = new Set(
  'inc ltd co corp jr sr etc al jan feb mar apr jun jul aug sep sept oct nov dec ft mi km'.split(' '),
);
const beginnings = new Set(
  'the a an in on at it its he she they we this that these those there but and also meanwhile however according earlier later after before when while as for from by with since some many several all both no not'.split(
    ' ',
  ),
);
const acronym = /(?:^|[^\p{L}.])(?:\p{L}\.)+\p{L}$/u;
const initial = /(?:^|[^\p{L}\p{N}’'])\p{Lu}$/u;

/**
 * The sentences of a block of news English, in order, without the white space around them.
 *
 * None ends after a title, an initial or an abbreviation (`Gen. Haddad`, `the U.S. army`, `6 a.m. on Monday`), before a small letter
 * (`“Go.” said the guard`), within brackets or within a figure. One ends where the blank was lost too (`the coast.The port`).
 */
export function listSentences(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  let bracket: number | undefined;
  for (const { 0: mark, index } of text.slice(block.start, block.end).matchAll(marks)) {
    const at = block.start + index;
    if (mark === '(' || mark === '[') bracket ??= at;
    else if (mark === ')' || mark === ']') bracket = undefined;
    else {
      if (bracket !== undefined && at - bracket > LONGEST_BRACKET) bracket = undefined;
      // a sentence that stands in brackets as a whole ends with them
      const isWhole =
        bracket !== undefined &&
        bracket - start < 4 &&
        /^\s*[([]/u.test(text.slice(start, bracket + 1)) &&
        /[)\]]/u.test(text[at + mark.length] ?? '');
      const end = bracket === undefined || isWhole ? findEnd(text, at, mark, block.end) : undefined;
      if (end !== undefined) {
        sentences.push({ start, end });
        start = end;
      }
    }
  }
  sentences.push({ start, end: block.end });
  return sentences.filter(({ start: from, end }) => from < end).flatMap((sentence) => trimSpan(text, sentence) ?? []);
}

/** Where the sentence ends whose mark stands at `at`; undefined where none does. */
function findEnd(text: string, at: number, mark: string, blockEnd: number): number | undefined {
  let end = at + mark.length;
  while (end < blockEnd && closers.has(text[end]!)) end += 1;
  if (end >= blockEnd) return undefined;
  if (!/\s/u.test(text[end]!)) return mark === '.' && isRunOn(text, at, end) ? end : undefined;
  const next = text.slice(end, end + 40).trimStart();
  let n = 0;
  while (n < next.length && !letter.test(String.fromCodePoint(next.codePointAt(n)!))) n += 1;
  const first = String.fromCodePoint(next.codePointAt(n) ?? 0x20);
  if (!upper.test(first)) return undefined;
  return mark === '.' && isAbbreviation(text.slice(Math.max(0, at - 12), at), next.slice(n)) ? undefined : end;
}

/** Two sentences of one line, or of two that were joined; not `www.Example.org` or `U.S.A`. */
const isRunOn = (text: string, at: number, end: number) =>
  /\p{Ll}\p{Ll}$/u.test(text.slice(at - 2, at)) &&
  /^\p{Lu}(?:\p{Ll}|\s)/u.test(text.slice(end, end + 2)) &&
  !/[/@.]|^www$/u.test(
    text
      .slice(Math.max(0, at - 30), at)
      .split(/\s/u)
      .at(-1)!,
  );

function isAbbreviation(before: string, next: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  if (word === 'no' || word === 'nos') return /^\p{Nd}/u.test(next);
  if (beforeNames.has(word)) return true;
  const mayEnd = acronym.test(before) || initial.test(before) || anywhere.has(word);
  return mayEnd && !beginnings.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? '');
}
