import { toDateParts, toPartialDate, isPartialDate, type PartialDate } from '#shared/domain/partial-date';
import { findFate } from './count-words.ts';
import { DAYS, findMonth, isCapital, type Word } from './words.ts';

const year = /^(?:19|20)\d\d$/u;
const day = /^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u;
/** Said of a stretch of time, which an event is not. */
const openers =
  /^(?:since|until|till|before|after|by|from|between|to|of|and|or|through|during|next|dated|published|updated|publication)$/u;
/** Unit: words. “said in a statement on Sunday” is when it was said. */
const SAYING_REACH = 5;
const PASSING_REACH = 7;
const REPORT_REACH = 4;

/**
 * When a sentence says that it happened: a date with its year; without one, or as a day of the week, by the article's own date,
 * as the last such day. A date that a sentence begins with is that of the report. Undefined where it names none, more than one, or only when it was said.
 *
 * `verbs`: the places of verbs of saying among the words.
 */
export function findEventDate(
  words: readonly Word[],
  verbs: readonly number[],
  published: PartialDate | null,
): PartialDate | undefined {
  const found = new Set<PartialDate>();
  for (let at = 0; at < words.length; at += 1) {
    const read = readDate(words, at, published);
    if (!read) continue;
    const isBegun = !openers.test(words[at - 1]?.lower ?? '') && !isInPassing(words, at) && !isOfReport(words, at);
    if (isBegun && !isWhenSaid(words, verbs, at)) {
      if (!read.date) return undefined;
      found.add(read.date);
    }
    at = read.last;
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** “Wednesday 27 Jul 2016 Two people were killed” */
const isOfReport = (words: readonly Word[], at: number) =>
  at < REPORT_REACH && !/^(?:on|in|late|early)$/u.test(words[at - 1]?.lower ?? '');

/** “since the war began in March 2011”. */
const isInPassing = (words: readonly Word[], at: number) =>
  words.slice(Math.max(0, at - PASSING_REACH), at).some(({ lower }) => /^(?:since|after|before|until)$/u.test(lower));

const isWhenSaid = (words: readonly Word[], verbs: readonly number[], at: number) =>
  verbs.some(
    (verb) =>
      verb < at &&
      at - verb <= SAYING_REACH &&
      !words.slice(verb + 1, at).some(({ lower }) => lower === 'that' || findFate(lower) !== undefined),
  );

type Read = { date: PartialDate | undefined; last: number };

function readDate(words: readonly Word[], at: number, published: PartialDate | null): Read | undefined {
  const word = words[at]!;
  const month = findMonth(word);
  if (month !== undefined) return readFromMonth(words, at, month, published);
  if (day.test(word.lower) && words[at + 1]) {
    const after = words[at + 1]!.lower === 'of' ? at + 2 : at + 1;
    const named = words[after] && findMonth(words[after]);
    if (named !== undefined) return readYear(words, after, named, Number.parseInt(word.text, 10), published);
  }
  if (isCapital(word) && DAYS.includes(word.lower)) return readWeekday(words, at, published);
  if (year.test(word.text) && words[at - 1]?.lower === 'in') return { date: checked(word.text), last: at };
  return undefined;
}

/** April 2017; April 26; Aug. 1 2016; November 10th, 2016. A month alone is of no certain year. */
function readFromMonth(
  words: readonly Word[],
  at: number,
  month: number,
  published: PartialDate | null,
): Read | undefined {
  const next = words[at + 1]?.text === '.' ? at + 2 : at + 1;
  const text = words[next]?.text ?? '';
  if (year.test(text)) return { date: checked(toPartialDate({ year: Number(text), month, day: null })), last: next };
  const numbered = day.exec(text)?.[1];
  return numbered === undefined ? undefined : readYear(words, next, month, Number(numbered), published);
}

/** The year after a day and month, over a comma or the point of “Aug.”. */
function readYear(
  words: readonly Word[],
  last: number,
  month: number,
  dayOf: number,
  published: PartialDate | null,
): Read {
  const next = /^[.,]$/u.test(words[last + 1]?.text ?? '') ? last + 2 : last + 1;
  const written = words[next]?.text ?? '';
  if (year.test(written))
    return { date: checked(toPartialDate({ year: Number(written), month, day: dayOf })), last: next };
  return { date: resolve(month, dayOf, published), last };
}

const checked = (date: string) => (isPartialDate(date) ? date : undefined);

/** The last such day up to the day or month of publication. */
function resolve(month: number, dayOf: number, published: PartialDate | null): PartialDate | undefined {
  const parts = published === null ? undefined : toDateParts(published);
  if (!parts || parts.month === null) return undefined;
  const isLater = month > parts.month || (month === parts.month && parts.day !== null && dayOf > parts.day);
  return checked(toPartialDate({ year: isLater ? parts.year - 1 : parts.year, month, day: dayOf }));
}

function readWeekday(words: readonly Word[], at: number, published: PartialDate | null): Read {
  // “Wednesday 27 Jul 2016” says it whole
  const whole = [at + 1, at + 2]
    .map((n) => (words[n] ? readDate(words, n, published) : undefined))
    .find((read) => read?.date);
  if (whole) return whole;
  const { year: y, month, day: d } = published === null ? { year: 0, month: null, day: null } : toDateParts(published);
  if (month === null || d === null) return { date: undefined, last: at };
  const date = new Date(Date.UTC(y, month - 1, d));
  // Sunday is 0 there and 6 here
  const back = (((date.getUTCDay() + 6) % 7) - DAYS.indexOf(words[at]!.lower) + 7) % 7;
  date.setUTCDate(d - back);
  return {
    date: toPartialDate({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }),
    last: at,
  };
}
