import type { SuggestionRule } from '#shared/domain/suggestion';
import { findFate, findUnit } from './count-words.ts';
import type { Figure } from './find-figures.ts';
import type { ReadSentence } from './read-sentences.ts';
import { isCapital, wordSet, type Word } from './words.ts';

/** What a sentence is proposed for, in whose voice it speaks, and how likely a person takes it. */
type Weighed = { rule: SuggestionRule; voice: "outlet's own" | 'quoted' | 'paraphrased'; confidence: number };

/** Words of what somebody wishes, judges or expects: nothing that can be checked. */
const opinions =
  wordSet(`should must ought hope hopes hoped think thinks thought believe believes wish wishes may might could perhaps
  urged urge called need needs want wants unacceptable shame thank sorry please whether unclear`);
/** Words of what happens in a war and can be looked up, beside those that are counted. */
const facts =
  wordSet(`operation operations offensive assault ceasefire truce withdrawal convoy territory border attacked weapons siege
  shelling airbase base clashes fighting gas chlorine sarin negotiations election sanctions agreement`);
const forecasts = wordSet("will would shall won't wouldn't going plans planned intends intend");
/** Unit: words. What stands later is said on the side. */
const MAIN_POINT = 12;
/** Unit: words, without those that name the speaker. Less says nothing. */
const LEAST_SAID = 4;
const LEAST_QUOTED = 5;

/** Undefined where nothing is stated that can be checked: a question, a wish, a reply, a figure of speech. */
export function weighClaim(sentence: ReadSentence): Weighed | undefined {
  const { figures, words, speakers } = sentence;
  const said = words.filter(
    ({ isSign, start, end }) => !isSign && !speakers.some((speaker) => isWithin(start, end, speaker)),
  );
  if (isQuestion(words) || said.length < LEAST_SAID) return undefined;
  const quoted = said.filter(({ isQuoted }) => isQuoted).length;
  const isSpoken = speakers.length > 0 || sentence.quotedBy !== undefined;
  // whoever is quoted is somebody, also where it is not read who
  const isQuoted = quoted * 2 >= said.length || (!isSpoken && quoted >= LEAST_QUOTED);
  const voice = isQuoted ? 'quoted' : isSpoken ? 'paraphrased' : "outlet's own";
  if (figures.length > 0 && (isSpoken || !figures.every(isSlight)))
    return { rule: 'figure', voice, confidence: weighFigures(figures, isSpoken, said) };
  if (!isSpoken || !isFactual(said, sentence)) return undefined;
  const isForecast = said.some(({ lower }) => forecasts.has(lower));
  const confidence = 0.55 - (isForecast ? 0.15 : 0) - (speakers.every(({ isPronoun }) => isPronoun) ? 0.05 : 0);
  return { rule: quoted >= LEAST_QUOTED ? 'quotation' : 'attribution', voice, confidence };
}

/** What a report says in passing of a place: “55 km to the east”, “two villages”. */
const isSlight = ({ unit, max }: Figure) =>
  unit === 'distance' || (unit === 'other' && (max ?? 0) <= 2 && max !== undefined);

const isWithin = (start: number, end: number, { words, verb }: ReadSentence['speakers'][number]) =>
  (words.start <= start && end <= words.end) || (verb.start <= start && end <= verb.end);

const isQuestion = (words: readonly Word[]) => words.slice(-3).some(({ text }) => text === '?');

function weighFigures(figures: readonly Figure[], isSpoken: boolean, said: readonly Word[]): number {
  // “were killed or wounded” has a unit of its own
  const isOfPeople = figures.some(
    ({ unit, what }) =>
      /^(?:killed|wounded|missing|captured|displaced)$/u.test(unit) ||
      (unit === 'other' && findUnit(what ?? '') === 'people'),
  );
  const isVague = !isOfPeople && figures.every(({ unit }) => unit === 'other' || unit === 'distance');
  const isOpinion = said.some(({ lower }) => opinions.has(lower) || forecasts.has(lower));
  return 0.6 + (isOfPeople ? 0.15 : 0) + (isSpoken ? 0.15 : 0) - (isVague ? 0.2 : 0) - (isOpinion ? 0.1 : 0);
}

/** Whether what is said has somebody or something in it that can be looked up, and is no opinion. */
function isFactual(said: readonly Word[], { names, speakers, words }: ReadSentence): boolean {
  if (said.slice(0, MAIN_POINT).some(({ lower }) => opinions.has(lower))) return false;
  const isNamed = names.some(
    ({ spans }) =>
      !speakers.some((speaker) => spans[0]!.start < speaker.words.end && speaker.words.start < spans[0]!.end),
  );
  const hasCapital = said.some((word) => word !== words[0] && isCapital(word) && word.text.length > 1);
  const isOfWar = ({ lower }: Word) =>
    facts.has(lower) || findFate(lower) !== undefined || findUnit(lower) !== undefined;
  return isNamed || hasCapital || said.some(isOfWar);
}
