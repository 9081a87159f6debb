import type { Span } from '#shared/domain/span';
import { emptyNouns, numberedNouns, timeNouns } from './count-words.ts';
import { findFateOf } from './find-fate.ts';
import { readCounted } from './read-counted.ts';
import { currency, joinedDistance, readNumber, toPlainNumber, type SaidNumber } from './read-number.ts';
import { findMonth, isCapital, spanOf, type Word } from './words.ts';

/** One figure of a sentence as the codebook's `figures` has it, and where it stands, with the words that bound it. */
export type Figure = {
  what?: string;
  unit: string;
  min?: number;
  max?: number;
  ofWhom?: string;
  span: Span;
};

/** The figures of a sentence, in order: numbers of something; no dates, times, ages, durations, ordinals and names. */
export function findFigures(words: readonly Word[]): Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const member = readMembers(words, at);
    const number = member ?? readNumber(words, at);
    if (!number) continue;
    const figure = isCount(words, number, at) ? toFigure(words, number, figures.at(-1)) : undefined;
    if (figure && !figures.some((other) => isSame(figure, other))) figures.push(figure);
    at = number.last;
  }
  return figures;
}

const isSame = (a: Figure, b: Figure) => a.what === b.what && a.unit === b.unit && a.min === b.min && a.max === b.max;

/** “a five-member family”, “a 12-person crew”. */
function readMembers(words: readonly Word[], at: number): SaidNumber | undefined {
  const [, count] = /^(\p{L}+|\d+)[-‐‑](?:member|person|strong|man)$/u.exec(words[at]!.lower) ?? [];
  if (count === undefined) return undefined;
  if (/^\p{Lu}/u.test(words[at + 1]?.text ?? '')) return undefined; // the 435-member House
  const value = toPlainNumber(count) ?? readNumber([{ ...words[at]!, text: count, lower: count }], 0)?.min;
  return value === undefined
    ? undefined
    : { min: value, max: value, first: at, last: at, isVague: false, isOne: false };
}

/** Whether a number counts something, by what stands around it. */
function isCount(words: readonly Word[], { first, last, isOne }: SaidNumber, at: number): boolean {
  const before = words[first - 1];
  const nearest = words[at - 1];
  const next = words[last + 1];
  const { text } = words[at]!;
  if (/^(?:half|third|quarter|quarters|thirds|fifth)$/u.test(words[at - 2]?.lower ?? '') && nearest?.lower === 'of')
    return false;
  if (nearest && (numberedNouns.has(nearest.lower) || /^[#№/:@]$/u.test(nearest.text))) return false;
  if ((nearest?.text === '.' || nearest?.text === ',') && words[at - 2]?.lower === 'no' && /\d/u.test(text))
    return false;
  if (/\d/u.test(text) && isDate(words, at, last)) return false;
  if (/^(?:19|20)\d\d$/u.test(text) && isYear(words, at, last, first)) return false;
  if (next && (timeNouns.has(next.lower) || /^(?:[/:@]|mm|cm|kg|cal|calibre|caliber)$/u.test(next.lower))) return false;
  // “Ann Dell, 42, said”
  if (nearest?.text === ',' && next?.text === ',' && words[at - 2] && isCapital(words[at - 2]!)) return false;
  if (before && /^(?:aged?)$/u.test(before.lower)) return false;
  return !(
    isOne &&
    next &&
    (next.isSign || /^(?:of|another|day|more|or|by|and|side|thing|that|who|is|was|can|such)$/u.test(next.lower))
  );
}

/** 25 July; July 25; Aug. 1; 10 and 11 May. */
function isDate(words: readonly Word[], at: number, last: number): boolean {
  const near = [words[at - 1], words[at - 1]?.text === '.' ? words[at - 2] : undefined, words[last + 1]];
  const afterOf = words[last + 1]?.lower === 'of' ? words[last + 2] : undefined;
  return [...near, afterOf].some((word) => word !== undefined && findMonth(word) !== undefined);
}

/** A number that may be a year is one, unless it is bounded or what it counts is known. */
function isYear(words: readonly Word[], at: number, last: number, first: number): boolean {
  if (first < at || currency.test(words[at - 1]?.text ?? '')) return false;
  const isRound = Number(words[at]!.text) % 100 === 0;
  return !(isRound && readCounted(words, last + 1).unit !== undefined);
}

function toFigure(words: readonly Word[], number: SaidNumber, before: Figure | undefined): Figure | undefined {
  const { first, last, min, max } = number;
  const money = readMoney(words, number) ?? readDistance(words, number);
  if (money) return { ...money, ...ends(min, max) };
  const counted = readCounted(words, last + 1);
  const percent = readPercent(words, last);
  if (percent !== undefined)
    return { what: 'per cent', unit: 'other', ...ends(min, max), span: spanOf(words, first, percent) };
  const { noun, unit, ofWhom } = counted;
  if (noun !== undefined && (timeNouns.has(noun) || emptyNouns.has(noun))) return undefined;
  const fate = unit === 'people' || unit === undefined ? findFateOf(words, first, counted) : undefined;
  const others = noun === 'others' && !fate ? toOthers(before) : undefined;
  const found =
    (noun === undefined || unit === 'people' ? fate : undefined) ??
    (noun === 'others' ? others?.unit : unit) ??
    (noun === undefined || noun === 'others' ? undefined : 'other');
  if (found === undefined || (found !== fate && isIdle(words, number, found))) return undefined;
  const isSaid = noun !== undefined && noun !== 'others';
  // “and wounded five others”: of those that were counted before
  const what = isSaid ? noun : (others ?? (before && isOfPeople(before) ? before : undefined))?.what;
  return {
    ...(what !== undefined && { what }),
    unit: found,
    ...ends(min, max),
    ...(ofWhom !== undefined && { ofWhom }),
    span: spanOf(words, first, counted.last),
  };
}

/** “nine missiles were shot down, eight others fell”; of people more has to be said. */
const toOthers = (before: Figure | undefined) => (before && !isOfPeople(before) ? before : undefined);

/** A figure of people, whatever befell them. */
const isOfPeople = ({ unit }: Pick<Figure, 'unit'>) =>
  /^(?:people|killed|wounded|missing|captured|displaced)$/u.test(unit);

const definite = /^(?:the|these|those|both|all|its|their|his|her|first|last|past|next)$/u;

/** What is counted without being said of anybody or anything in particular: “one house”, “several towns”, “the two men”. */
function isIdle(words: readonly Word[], { first, min, isOne, isVague }: SaidNumber, unit: string): boolean {
  if (isOne) return unit !== 'vehicles' && unit !== 'aircraft' && unit !== 'missiles' && unit !== 'killed';
  if (isVague) return unit === 'other';
  return definite.test(words[first - 1]?.lower ?? '') && (min ?? 0) <= 10;
}

const ends = (min: number | undefined, max: number | undefined) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

/** $20 million; 20 million dollars; the sign or word is what it is of. */
function readMoney(words: readonly Word[], { first, last }: SaidNumber): Omit<Figure, 'min' | 'max'> | undefined {
  const sign = [first - 1, first, first + 1, first + 2].find((n) => n <= last && currency.test(words[n]?.text ?? ''));
  if (sign === undefined) return undefined;
  const from =
    sign === first - 1 && /^(?:us|u\.s\.|a)$/u.test(words[sign - 1]?.lower ?? '') ? sign - 1 : Math.min(sign, first);
  return { what: words[sign]!.text, unit: 'money', span: spanOf(words, from, last) };
}

/** “30km” is one word. */
function readDistance(words: readonly Word[], { first, last }: SaidNumber): Omit<Figure, 'min' | 'max'> | undefined {
  const unit = joinedDistance.exec(words[last]!.lower)?.[2];
  return unit === undefined ? undefined : { what: unit, unit: 'distance', span: spanOf(words, first, last) };
}

/** The last word of “per cent”, “percent” or “%” after a number. */
function readPercent(words: readonly Word[], last: number): number | undefined {
  const next = words[last + 1];
  if (next?.text === '%' || next?.lower === 'percent') return last + 1;
  return next?.lower === 'per' && words[last + 2]?.lower === 'cent' ? last + 2 : undefined;
}
