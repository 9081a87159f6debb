import { wordSet, type Word } from './words.ts';

/**
 * A number as a text says it, open where it leaves a side open: `min` of “at least 945” and “dozens”, `max` of “up to 30” and
 * “nearly 30”, both of “two to five”; the same twice for an exact one and for “about 200”, which says no other number.
 *
 * `first` and `last` count words. `isVague`: “dozens”, “several hundred”. `isOne`: “one” or “a”, which may count nothing.
 */
export type SaidNumber = {
  min?: number;
  max?: number;
  first: number;
  last: number;
  isVague: boolean;
  isOne: boolean;
};

type Value = { value: number; last: number; isVague: boolean };

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ones = new Map([
  ...small.map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, (n + 2) * 10] as const),
]);
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);
const suffixes = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
]);
/** Words for an uncertain many: at least two of what they name, and nobody knows how many at most. */
const many = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2e6],
  ['billions', 2e9],
]);
const manyOf = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 100],
]);
const LEAST_OF_SEVERAL = 3;

/** A sign before a sum of money. */
export const currency = /^\p{Sc}$/u;
const plain = /^(?:\d{1,3}(?:,\d{3})+|[1-9]\d*|0)(?:\.\d+)?$/u;
const withSuffix = /^(\d+(?:\.\d+)?)(k|m|mn|bn)$/u;
/** “30km”, “5m”: the number and its unit. */
export const joinedDistance = /^(\d[\d,]*(?:\.\d+)?)(km|m)$/u;
const joinedRange = /^(\d[\d,]*)[-‐‑–](\d[\d,]*)$/u;

/** “3.000” counts thousands as other languages write them. */
const pointed = /^[1-9]\d{0,2}(?:\.000)+$/u;

export const toPlainNumber = (word: string): number | undefined => {
  if (pointed.test(word)) return Number(word.replaceAll('.', ''));
  return plain.test(word) ? Number(word.replaceAll(',', '')) : undefined;
};

const startsWithDigit = (word: string) => word >= '0' && word < ':';

/** The number that begins with word `at`, with the words around it that bound it; undefined where none begins. */
export function readNumber(words: readonly Word[], at: number): SaidNumber | undefined {
  const { text } = words[at]!;
  const joined = startsWithDigit(text) ? joinedRange.exec(text) : null;
  if (joined) {
    const [low, high] = [toPlainNumber(joined[1]!), toPlainNumber(joined[2]!)];
    return low !== undefined && high !== undefined && low < high
      ? { min: low, max: high, first: at, last: at, isVague: false, isOne: false }
      : undefined;
  }
  const read = readValue(words, at);
  if (!read) return undefined;
  const { value, last, isVague } = read;
  const isOne = value === 1 && !startsWithDigit(text);
  const number = { first: at, last, isVague, isOne };
  if (isVague) return { ...number, ...bound(words, at, last, value, { min: value }) };
  const range = readRange(words, at, read);
  return range ?? { ...number, ...bound(words, at, last, value, { min: value, max: value }) };
}

function readValue(words: readonly Word[], at: number): Value | undefined {
  const { lower } = words[at]!;
  return startsWithDigit(lower) ? readDigits(words, at) : (readMany(words, at) ?? readSpelled(words, at, lower));
}

/** “dozens”, “tens of thousands”, “several hundred”. */
function readMany(words: readonly Word[], at: number): Value | undefined {
  const { lower } = words[at]!;
  const next = words[at + 1]?.lower;
  const scale = many.get(words[at + 2]?.lower ?? '');
  if (manyOf.has(lower) && next === 'of' && scale !== undefined && scale >= 2000)
    return { value: manyOf.get(lower)! * scale, last: at + 2, isVague: true };
  if (lower === 'tens' && next === 'of') return { value: 20, last: at, isVague: true };
  if (many.has(lower)) return { value: many.get(lower)!, last: at, isVague: true };
  // “several” alone is no number
  const isFew = lower === 'several' || (lower === 'few' && words[at - 1]?.lower === 'a');
  const unit = isFew ? scales.get(next ?? '') : undefined;
  return unit === undefined ? undefined : { value: LEAST_OF_SEVERAL * unit, last: at + 1, isVague: true };
}

function readDigits(words: readonly Word[], at: number): Value | undefined {
  const { text, lower } = words[at]!;
  // without a currency “30m” is a distance
  const suffixed = currency.test(words[at - 1]?.text ?? '') ? withSuffix.exec(lower) : null;
  const distance = joinedDistance.exec(lower)?.[1];
  if (distance !== undefined) return { value: Number(distance.replaceAll(',', '')), last: at, isVague: false };
  const value = suffixed ? round(Number(suffixed[1]) * suffixes.get(suffixed[2]!)!) : toPlainNumber(text);
  return value === undefined ? undefined : withScales(words, at, value);
}

/** 1.5 million; 20 thousand. */
function withScales(words: readonly Word[], at: number, value: number): Value {
  const scale = scales.get(words[at + 1]?.lower ?? '');
  return scale === undefined
    ? { value, last: at, isVague: false }
    : { value: round(value * scale), last: at + 1, isVague: false };
}

/** 1.1 × 1,000,000 is no whole number in floating point. */
const round = (value: number) => Math.round(value * 1000) / 1000;

/** “twenty-five”, “two hundred and fifty”, “a dozen”, “half a million”, “one and a half million”. */
function readSpelled(words: readonly Word[], at: number, lower: string): Value | undefined {
  const next = words[at + 1]?.lower ?? '';
  if (lower === 'half' && next === 'a') {
    const scale = scales.get(words[at + 2]?.lower ?? '');
    return scale === undefined ? undefined : { value: scale / 2, last: at + 2, isVague: false };
  }
  if (lower === 'a' || lower === 'an') {
    const scale = scales.get(next);
    return scale === undefined || words[at - 1]?.lower === 'half'
      ? undefined
      : continueSpelled(words, at + 1, scale, 0);
  }
  const first = toOnes(lower);
  return first === undefined ? undefined : continueSpelled(words, at, first, 0);
}

/** A part of a number that is one word: “four”, “forty”, “forty-four”. */
function toOnes(lower: string): number | undefined {
  const parts = lower.split(/[-‐‑]/u);
  const values = parts.map((part) => ones.get(part));
  if (parts.length > 2 || values.some((value) => value === undefined)) return undefined;
  if (parts.length === 1) return values[0];
  return values[0]! >= 20 && values[1]! < 10 ? values[0]! + values[1]! : undefined;
}

/** Goes on after `part`, the number that ends with word `last`; `sum`: what larger parts came to. */
function continueSpelled(words: readonly Word[], last: number, part: number, sum: number): Value {
  const next = words[last + 1]?.lower ?? '';
  const scale = scales.get(next);
  if (scale !== undefined) {
    const scaled = part * scale;
    return scale === 100 || scale === 12
      ? continueSpelled(words, last + 1, scaled, sum)
      : continueSpelled(words, last + 1, 0, sum + scaled);
  }
  if (next === 'and' && words[last + 2]?.lower === 'a' && words[last + 3]?.lower === 'half') {
    const halved = scales.get(words[last + 4]?.lower ?? '');
    if (halved !== undefined) return { value: (part + 0.5) * halved, last: last + 4, isVague: false };
  }
  const isLarge = part >= 100 || (part === 0 && sum > 0);
  const skipped = isLarge && next === 'and' ? 2 : 1;
  const more = isLarge || (part >= 20 && part % 10 === 0) ? toOnes(words[last + skipped]?.lower ?? '') : undefined;
  const fits = more !== undefined && more > 0 && (isLarge ? more < 100 : more < 10);
  // “a hundred and two children” is a number, “a hundred and one of them” may be two
  if (fits) return continueSpelled(words, last + skipped, part + more, sum);
  return { value: part + sum, last, isVague: false };
}

/** “between two and five”, “from 10 to 12”, “two or three”, “30 to 40”; a change “from 12 to 15” is only where it ends. */
function readRange(words: readonly Word[], at: number, low: Value): SaidNumber | undefined {
  const before = words[at - 1]?.lower;
  const link = words[low.last + 1]?.lower ?? '';
  const isRange =
    link === 'to' || link === 'or' || link === '-' || link === '–' || (link === 'and' && before === 'between');
  const high = isRange ? readValue(words, low.last + 2 < words.length ? low.last + 2 : low.last) : undefined;
  if (!high || high.isVague || high.last <= low.last) return undefined;
  const isScaled = high.value >= 1000 && low.value < 1000 && high.last > low.last + 2;
  // “1 to 2 million” counts millions twice
  const least = isScaled ? low.value * (high.value / readUnscaled(words, low.last + 2)) : low.value;
  if (least >= high.value) return undefined;
  const first = before === 'between' || before === 'from' ? at - 1 : at;
  const number = { first, last: high.last, isVague: false, isOne: false };
  const isChange =
    before === 'from' && words.slice(Math.max(0, at - 6), at - 1).some(({ lower }) => changes.has(lower));
  return isChange ? { ...number, min: high.value, max: high.value } : { ...number, min: least, max: high.value };
}

const readUnscaled = (words: readonly Word[], at: number) =>
  toPlainNumber(words[at]!.text) ?? toOnes(words[at]!.lower) ?? 1;

const changes = wordSet(
  'rise rises rose risen rising raise raised raises raising increase increased jumped climbed grew toll dropped fell reduced up down updated',
);

/** Words before a number that leave one side open; longer ones first. */
const bounds: readonly (readonly [string, 'min' | 'max' | 'about'])[] = (
  [
    [
      'min',
      'no fewer than|no less than|not fewer than|not less than|in excess of|a minimum of|as few as|at least|a least',
    ],
    [
      'min',
      'more than|greater than|upwards of|upward of|over|above|beyond|exceeding|exceeds|exceeded|surpassing|surpassed',
    ],
    [
      'max',
      'no more than|not more than|as many as|as much as|a maximum of|not exceed|up to|at most|fewer than|less than',
    ],
    ['max', 'just under|under|below|close to|nearly|almost'],
    ['about', 'an estimated|about|around|some|approximately|roughly|circa|estimated'],
  ] as const
)
  .flatMap(([side, phrases]) => phrases.split('|').map((phrase) => [phrase, side] as const))
  .toSorted(([a], [b]) => b.length - a.length);
const boundsByLast = Map.groupBy(bounds, ([phrase]) => phrase.split(' ').at(-1)!);

type Ends = { min?: number; max?: number };

/** The number with the words before and after it that bound it. */
function bound(words: readonly Word[], at: number, last: number, value: number, said: Ends): Ends & { first: number } {
  let first = at;
  let ends = said;
  for (const { phrase, side } of listBounds(words, at)) {
    first -= phrase.split(' ').length;
    if (side === 'min') ends = { min: value };
    else if (side === 'max') ends = { max: value };
  }
  const after = `${words[last + 1]?.lower ?? ''} ${words[last + 2]?.lower ?? ''}`;
  if (after === 'or more' || after.startsWith('+ ')) ends = { min: value };
  else if (after === 'or fewer' || after === 'or less') ends = { max: value };
  return { ...ends, first };
}

/** From the number outwards: “at least”, then what stands before it (“some”). */
function listBounds(words: readonly Word[], at: number): { phrase: string; side: 'min' | 'max' | 'about' }[] {
  const found: { phrase: string; side: 'min' | 'max' | 'about' }[] = [];
  for (let end = at; found.length < 2;) {
    const candidates = boundsByLast.get(words[end - 1]?.lower ?? '') ?? [];
    const match = candidates.find(([phrase]) => {
      const parts = phrase.split(' ');
      return parts.length <= end && parts.every((part, n) => words[end - parts.length + n]!.lower === part);
    });
    if (!match) return found;
    found.push({ phrase: match[0], side: match[1] });
    end -= match[0].split(' ').length;
  }
  return found;
}
