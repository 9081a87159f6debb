import type { Span } from '../domain/span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that something always follows: titles before names, months, `No. 5`, `approx. 30`. */
export const OPEN_ABBREVIATIONS =
  'Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Pvt|Brig|Adm|Cmdr|Gov|Sen|Rep|Pres|Rev|Hon|Supt|Insp|St|Mt|Ft|' +
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|no|nos|vs?|approx|ca|cf|pp?|figs?|est|e\\.g|i\\.e';
/** Abbreviations that may be the last word of a sentence too. */
const CLOSING_ABBREVIATIONS = 'Inc|Ltd|Corp|Co|Jr|Sr|Bros|etc|al|a\\.m|p\\.m|am|pm';
const endsOpen = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.])(?:${OPEN_ABBREVIATIONS})\\.$`, 'u');
const endsClosing = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:(?:${CLOSING_ABBREVIATIONS})|(?:\\p{L}\\.)+\\p{L})\\.$`,
  'u',
);
/** An initial, `J. Hadad`, or a single Arabic letter before a name; `I` closes a sentence as often. */
const endsInitial = /(?<![\p{L}\p{M}\p{N}.])(?!I)[\p{Lu}\p{Lo}]\.$/u;
const isListNumber = /^\(?(?:\d{1,3}|[a-z])[.)]$/;
const endsStopped = /[.!?؟。！？…:;؛]["'”’»)\]]*$/u;
const beginsLower = /^["'“‘«(\[]*\p{Ll}/u;
/** Words that begin a sentence and are no part of a name. */
export const OPENERS =
  'The|This|That|These|Those|It|Its|He|She|His|Her|They|Their|We|Our|I|You|In|On|At|By|For|From|With|After|Before|As|But|And|Or|' +
  'If|When|While|Since|Until|Meanwhile|However|Also|Earlier|Later|Yesterday|Today|There|Then|Two|Three|Some|Many|Most|Both|What|' +
  'Who|Why|How|Where|No|Not|According|Among|During|Under|Over|An?';
const beginsOpener = new RegExp(`^["'“‘«(\\[]*(?:${OPENERS})(?![\\p{L}\\p{N}])`, 'u');

/** A line that is at least this long and has no stop at its end was broken for the width of a page. Unit: UTF-16. */
const WRAPPED_LINE = 50;
/** How much of what stands before a border is looked at; more than any line has to be long for. Unit: UTF-16. */
const LOOK_BACK = 100;

/**
 * The sentences of a stretch of text, in order, without the white space between them; an empty list where there is nothing else.
 *
 * Borders are those of `Intl.Segmenter`, less the ones after abbreviations, initials and list numbers, before a small letter, and
 * where a line was broken for its width. A blank line always ends a sentence.
 * Unit: UTF-16, half-open.
 */
export function sentencesOf(text: string, from: number, to: number): Span[] {
  const sentences: Span[] = [];
  let open: Span | undefined;
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    const words = segment.trim();
    if (words === '') continue;
    const start = from + index + segment.indexOf(words);
    const end = start + words.length;
    const before = open && text.slice(Math.max(open.start, open.end - LOOK_BACK), open.end);
    if (open && isOneSentence(before!, text.slice(open.end, start), words)) open.end = end;
    else {
      open = { start, end };
      sentences.push(open);
    }
  }
  return sentences;
}

function isOneSentence(before: string, gap: string, after: string): boolean {
  const breaks = gap.match(/\r\n?|[\n\u2028\u2029]/g)?.length ?? 0;
  if (breaks > 1) return false;
  if (breaks === 1) {
    if (endsStopped.test(before)) return false;
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    return line.length >= WRAPPED_LINE || beginsLower.test(after);
  }
  if (beginsLower.test(after) || endsOpen.test(before) || isListNumber.test(before)) return true;
  return (endsInitial.test(before) || endsClosing.test(before)) && !beginsOpener.test(after);
}

/** The sentence at `offset` in a stretch, or the next one where none is; the last one beyond it, undefined where there is none. */
export function findSentenceAt(text: string, offset: number, { start, end }: Span): Span | undefined {
  const sentences = sentencesOf(text, start, end);
  return sentences.find((sentence) => offset < sentence.end) ?? sentences.at(-1);
}
