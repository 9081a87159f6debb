import type { ValueInput } from '#shared/domain/attribute';
import { bySpan, overlaps, type Span } from '#shared/domain/span';
import type { Found } from '../found.ts';
import type { Figure } from './find-figures.ts';
import type { Speaker } from './find-speakers.ts';
import { determiners, links, modifiers, unnamedNouns, voiceNouns } from './reporting-words.ts';
import { isCapital, wordSet, type Word } from './words.ts';

/** One item of a claim's attribution, in the form that `annotations:create` takes. */
type Attribution = { who?: ValueInput; words?: ValueInput; verb?: ValueInput };

const toSpanValue = (text: string, { start, end }: Span) => ({ start, end, quote: text.slice(start, end) });

/**
 * Who says it, as the codebook's `attribution` has it. `who`: the entity of a name that stands there; `unnamed` for sources without
 * one; left out where the words mean somebody whom they do not name (“the ministry”). `before`: whom the sentence before
 * quotes, for “he added”.
 */
export function toAttribution(
  text: string,
  words: readonly Word[],
  speaker: Speaker,
  names: readonly Found[],
  before: ValueInput | undefined,
): Attribution {
  const who = speaker.isPronoun
    ? isMeant(words, speaker, before)
      ? before
      : undefined
    : findWho(words, speaker, names);
  return {
    ...(who !== undefined && { who }),
    words: toSpanValue(text, speaker.words),
    ...(!speaker.isPhrase && { verb: toSpanValue(text, speaker.verb) }),
  };
}

/** Only where a clause begins with it does “he” mean whom the sentence before names; sources without a name are “they”. */
function isMeant(words: readonly Word[], { first }: Speaker, before: ValueInput | undefined): boolean {
  const isFirst = first <= 1 || words[first - 1]!.isSign;
  return isFirst && (before !== 'unnamed' || words[first]!.lower === 'they');
}

function findWho(
  words: readonly Word[],
  { first, last, words: span }: Speaker,
  names: readonly Found[],
): ValueInput | undefined {
  const end = findHead(words, first, last);
  const head = words[end]!;
  const known = names.filter(
    ({ label, entity, spans }) =>
      label === 'actor' && entity !== undefined && overlaps(spans[0]!, span) && !isPart(words, spans[0]!),
  );
  const ofHead = known
    .filter(({ spans }) => overlaps(spans[0]!, head))
    .toSorted((a, b) => bySpan(a.spans[0]!, b.spans[0]!))[0];
  const named = ofHead ?? (voiceNouns.has(head.lower) ? known[0] : undefined);
  if (named) return { entity: named.entity! };
  const isNamed = words
    .slice(first, end)
    .some((word, n) => isCapital(word) && !modifiers.has(word.lower) && (n > 0 || !determiners.has(word.lower)));
  // state media and “a report by Reuters” can be told
  const isKnown =
    words.slice(first, end).some(({ lower }) => lower === 'state') ||
    (/^(?:report|statement)$/u.test(head.lower) && words.slice(end + 1, last + 1).some(isCapital));
  return unnamedNouns.has(head.lower) && !isNamed && !isKnown ? 'unnamed' : undefined;
}

/** Whether a name is only a part of a word: “US-backed forces” are not the US, “the pro-Temsar paper” is not Temsar. */
const isPart = (words: readonly Word[], { start, end }: Span) =>
  words.some((word) => word.start <= start && end <= word.end && word.end - word.start > end - start);

/** The noun that “for”, “of” or a bracket goes on from; the last word where none does. */
function findHead(words: readonly Word[], first: number, last: number): number {
  for (let at = first + 1; at <= last; at += 1) {
    if (links.has(words[at]!.lower)) return at - 1;
    const closing = words[at]!.text === '(' ? words.findIndex(({ text }, n) => n > at && text === ')') : -1;
    if (closing >= last) return at - 1;
    if (closing !== -1) at = closing;
  }
  return last;
}

/** The figures as the codebook has them. */
export const toFigureValues = (figures: readonly Figure[]) =>
  figures.map(({ what, unit, min, max, ofWhom }) => ({
    ...(what !== undefined && { what }),
    unit,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(ofWhom !== undefined && { 'of whom': ofWhom }),
  }));

const placed = /^(?:in|at|near|inside|outside|around|on|across|entered|reached|hit)$/u;
const kinds = wordSet(
  'capital city town village province region district area countryside governorate neighbourhood neighborhood',
);
const passedOver = wordSet('the of northern southern eastern western north south east west central nearby rural');

/** Where it happened: the first location with an entity that follows “in”, “at” or “near”, outside the speakers' names. */
export function findPlace(
  words: readonly Word[],
  speakers: readonly Speaker[],
  names: readonly Found[],
): ValueInput | undefined {
  const places = names.filter(
    ({ label, entity, spans }) =>
      label === 'location' && entity !== undefined && !speakers.some((speaker) => overlaps(speaker.words, spans[0]!)),
  );
  const place = places.find(({ spans }) =>
    isPlaced(
      words,
      words.findIndex(({ start }) => start >= spans[0]!.start),
    ),
  );
  return place && { entity: place.entity! };
}

/** Whether what begins with word `first` is where something is: “in the northern town of …”, “out of the village of …”. */
function isPlaced(words: readonly Word[], first: number): boolean {
  let at = first - 1;
  let isOfKind = false;
  for (; at >= 0; at -= 1) {
    const { lower } = words[at]!;
    if (kinds.has(lower)) isOfKind = true;
    else if (!passedOver.has(lower) && !modifiers.has(lower)) break;
  }
  const before = words[at]?.lower ?? '';
  return placed.test(before) || (isOfKind && before !== 'to' && before !== 'from');
}
