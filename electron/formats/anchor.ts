import { OffsetUnit } from '#shared/domain/dataset';
import type { QuotedSpan } from '#shared/domain/span';
import { widenToGraphemes } from '#shared/text/graphemes';
import { normaliseText } from '#shared/text/normalise';
import { createUnitMap, type UnitMap } from '#shared/text/offset-units';
import type { FoundAnnotation, FoundDocument, FoundSpan } from './found.ts';

/** Why an annotation could not be put on the text. */
type Unplaced = 'zero-length' | 'outside' | 'quote-missing' | 'quote-repeated';

/**
 * An annotation on the text as Galley keeps it. Unit: UTF-16, half-open, no border in a grapheme cluster. `how`: as the file says;
 * or by its quote, which stands elsewhere, once; or wider than the file says, to whole clusters.
 */
type Placed = { annotation: FoundAnnotation; spans: QuotedSpan[]; how: 'as-said' | 'by-quote' | 'widened' };

/** `agree` of the `quoted` annotations, those whose words the file gives, have these words at their offsets. */
export type Anchored = {
  text: string;
  placed: Placed[];
  unplaced: { annotation: FoundAnnotation; why: Unplaced }[];
  quoted: number;
  agree: number;
};

/** How many of the annotations with quotes agree with them, by what offsets might count. */
export function countAgreement(document: FoundDocument): Record<OffsetUnit, number> & { quoted: number } {
  const text = document.text ?? '';
  const withQuotes = document.annotations.filter(hasQuote);
  if (withQuotes.length === 0) return { utf16: 0, codepoint: 0, grapheme: 0, byte: 0, quoted: 0 };
  const agree = (unit: OffsetUnit) => {
    const map = createUnitMap(text, unit);
    return withQuotes.filter((annotation) => agrees(text, annotation, convert(annotation.spans, map))).length;
  };
  const units = Object.fromEntries(OffsetUnit.options.map((unit) => [unit, agree(unit)]));
  return { ...(units as Record<OffsetUnit, number>), quoted: withQuotes.length };
}

/**
 * Puts the annotations of a document on its text, or `text`, where the file gives only a hash of it; what cannot be put anywhere
 * is listed with the reason.
 */
export function anchor(document: FoundDocument, unit: OffsetUnit, text = document.text ?? ''): Anchored {
  const map = createUnitMap(text, document.unit ?? unit);
  const kept = normaliseText(text).text;
  const toKept = createKeptMap(text);
  const anchored: Anchored = { text: kept, placed: [], unplaced: [], quoted: 0, agree: 0 };
  for (const annotation of document.annotations) {
    const said = convert(annotation.spans, map);
    const isQuoted = hasQuote(annotation);
    if (isQuoted) anchored.quoted += 1;
    const isRight = isQuoted ? agrees(text, annotation, said) : isWithin(text, said);
    if (isQuoted && isRight) anchored.agree += 1;
    const found = isRight ? said : isQuoted ? findByQuote(text, annotation, said) : 'outside';
    if (typeof found === 'string') {
      anchored.unplaced.push({ annotation, why: annotation.spans.some(isEmpty) ? 'zero-length' : found });
      continue;
    }
    const spans = tidy(
      kept,
      found.map(({ start, end }) => ({ start: toKept(start), end: toKept(end) })),
      document,
    );
    if (spans.length === 0) anchored.unplaced.push({ annotation, why: 'zero-length' });
    else
      anchored.placed.push({
        annotation,
        spans: spans.map(({ start, end, quote }) => ({ start, end, quote })),
        how: howOf(isRight, spans),
      });
  }
  return anchored;
}

type Range = { start: number; end: number };

const isEmpty = ({ start, end }: Range) => start === end;
const hasQuote = ({ quote, spans }: FoundAnnotation) =>
  quote !== undefined || (spans.length > 0 && spans.every((span) => span.quote !== null));

const convert = (spans: readonly FoundSpan[], { toUtf16 }: UnitMap): Range[] =>
  spans.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }));

const isWithin = (text: string, ranges: readonly Range[]) =>
  ranges.length > 0 && ranges.every(({ start, end }) => start >= 0 && start < end && end <= text.length);

/** Alike but for white space, which formats write in their own way. */
const isAlike = (a: string, b: string) => a === b || a.replace(/\s+/gu, ' ').trim() === b.replace(/\s+/gu, ' ').trim();

function agrees(text: string, { quote, spans }: FoundAnnotation, ranges: readonly Range[]): boolean {
  if (!isWithin(text, ranges)) return false;
  const words = ranges.map(({ start, end }) => text.slice(start, end));
  if (quote) return isAlike(words.join(quote.joiner), quote.text);
  return words.every((each, n) => isAlike(each, spans[n]!.quote!));
}

/**
 * Where the words stand, if they stand in one place only, with what stands before and after them where that is known; else where
 * they are beside their offsets by less than their length, if only one place is.
 */
function findByQuote(text: string, { quote, spans }: FoundAnnotation, said: readonly Range[]): Range[] | Unplaced {
  const sought = quote ? [{ quote: quote.text, before: '', after: '' }] : spans;
  if (quote && spans.length > 1) return 'quote-missing'; // its words do not stand together
  const found: Range[] = [];
  for (const [n, { quote: words, before = '', after = '' }] of sought.entries()) {
    if (words === null || words.trim() === '') return 'quote-missing';
    const [first, second] = findAll(text, words, before, after);
    if (first === undefined) return 'quote-missing';
    const isTold = before !== '' || after !== '';
    const start = second === undefined ? first : isTold ? undefined : findBeside(text, words, said[n]!);
    if (start === undefined) return 'quote-repeated';
    found.push({ start, end: start + words.length });
  }
  return found;
}

/** The only place that is less than the words' length away from where they should stand. */
function findBeside(text: string, words: string, { start, end }: Range): number | undefined {
  if (!(start >= 0 && start < end)) return undefined; // they have no place
  const found: number[] = [];
  const first = Math.max(0, start - words.length + 1);
  for (let at = text.indexOf(words, first); at !== -1 && at < start + words.length; at = text.indexOf(words, at + 1))
    found.push(at);
  return found.length === 1 ? found[0] : undefined;
}

/** The first two places. */
function findAll(text: string, words: string, before: string, after: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && found.length < 2; at = text.indexOf(words, at + 1))
    if (text.slice(0, at).endsWith(before) && text.startsWith(after, at + words.length)) found.push(at);
  return found;
}

type Tidied = QuotedSpan & { isWider: boolean };

const howOf = (isRight: boolean, spans: readonly Tidied[]): Placed['how'] =>
  !isRight ? 'by-quote' : spans.some(({ isWider }) => isWider) ? 'widened' : 'as-said';

/** In order, of whole clusters, none over another; those that a format parted at line ends are one again. */
function tidy(text: string, ranges: Range[], { joinsLines = false }: FoundDocument): Tidied[] {
  const tidied: Tidied[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (isEmpty(range)) continue;
    const { start, end } = widenToGraphemes(text, range);
    const isWider = start !== range.start || end !== range.end;
    const last = tidied.at(-1);
    const between = last ? text.slice(last.end, start) : null;
    if (last && (start < last.end || (joinsLines && /^[\n\v\f\x1c-\x1e\x85\u2028\u2029]+$/u.test(between!)))) {
      last.end = Math.max(last.end, end);
      last.isWider ||= isWider;
    } else tidied.push({ start, end, quote: '', isWider });
  }
  return tidied.map((span) => ({ ...span, quote: text.slice(span.start, span.end) }));
}

/** From a text as it was given to the text as Galley keeps it: without a BOM, with LF at line ends. Unit: UTF-16. */
function createKeptMap(text: string): (offset: number) => number {
  const gone: number[] = [];
  if (text.startsWith('\uFEFF')) gone.push(0);
  for (const { index } of text.matchAll(/\r(?=\n)/gu)) gone.push(index);
  if (gone.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = gone.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (gone[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
