import type { Span } from '#shared/domain/span';
import {
  betweens,
  doubtfulVerbs,
  invertedVerbs,
  objectNouns,
  quotingVerbs,
  pronouns,
  referringVerbs,
  sayingParticiples,
  sayingVerbs,
} from './reporting-words.ts';
import { isDay, readSourceAfter, readSpeakerAfter, readSpeakerBefore } from './read-speaker.ts';
import { spanOf, wordSet, type Word } from './words.ts';

/**
 * Who says it, and the verb that says so, or a phrase that is none (“according to”, “citing”). `first` and `last` count the words
 * that name them, `at` the verb.
 */
export type Speaker = {
  first: number;
  last: number;
  at: number;
  words: Span;
  verb: Span;
  isPhrase: boolean;
  isPronoun: boolean;
};

type Range = { first: number; last: number };
/** `order`: those nearest to the outlet first. */
type Ranked = Speaker & { order: number };

/** More than that in a sentence is a sign of a misreading. */
const MOST_SPEAKERS = 3;

/** On whose word a sentence stands: whoever the text quotes or names first, then whom these refer to. */
export function findSpeakers(words: readonly Word[]): Speaker[] {
  const found: Ranked[] = [];
  for (let at = 0; at < words.length && found.length < MOST_SPEAKERS; at += 1) {
    const word = words[at]!;
    if (word.isSign || word.isQuoted) continue;
    const speaker = readPhrase(words, at) ?? readVerb(words, at);
    if (!speaker) continue;
    if (found.some(({ first, last }) => first <= speaker.last && speaker.first <= last)) continue;
    found.push(speaker);
  }
  return found.toSorted((a, b) => a.order - b.order || a.at - b.at);
}

const toSpeaker = (words: readonly Word[], { first, last }: Range, verb: Range, order: number): Ranked => ({
  first,
  last,
  at: verb.first,
  words: spanOf(words, first, last),
  verb: spanOf(words, verb.first, verb.last),
  isPhrase: false,
  isPronoun: first === last && pronouns.has(words[first]!.lower),
  order,
});

/** According to …; citing …; in a report from …; as … put it; quoted by … as saying. */
function readPhrase(words: readonly Word[], at: number): Ranked | undefined {
  const { lower } = words[at]!;
  const next = words[at + 1]?.lower;
  if (lower === 'according' && next === 'to') return withSource(words, at, at + 1, 0);
  if (lower === 'per' && words[at - 1]?.lower === 'as') return withSource(words, at - 1, at, 0);
  if (referringVerbs.has(lower)) return withSource(words, at, at, 3);
  if (lower === 'by' && /^(?:quoted|saying|reported|carried|published)$/u.test(words[at - 1]?.lower ?? ''))
    return withSource(words, at - 1, at, 0);
  if (lower === 'report' && /^(?:from|by)$/u.test(next ?? '') && words[at - 2]?.lower === 'in')
    return withSource(words, at, at + 1, 0);
  if (lower === 'put' && next === 'it') {
    const speaker = readSpeakerBefore(words, at - 1);
    return speaker && words[speaker.first - 1]?.lower === 'as'
      ? toSpeaker(words, speaker, { first: at, last: at + 1 }, 1)
      : undefined;
  }
  // “was quoted by … as saying”: of whom that is said stands before
  if (lower === 'quoted' && /^(?:was|were|is|are|been)$/u.test(words[at - 1]?.lower ?? '')) {
    const speaker = readSpeakerBefore(words, at - 2);
    return speaker && toSpeaker(words, speaker, { first: at, last: at }, 2);
  }
  return undefined;
}

function withSource(words: readonly Word[], first: number, last: number, order: number): Ranked | undefined {
  const source = readSourceAfter(words, last + 1);
  if (!source) return undefined;
  return { ...toSpeaker(words, source, { first, last }, order), isPhrase: true };
}

function readVerb(words: readonly Word[], at: number): Ranked | undefined {
  const { lower } = words[at]!;
  if (sayingParticiples.has(lower)) return readParticiple(words, at);
  if (!sayingVerbs.has(lower) || isNoun(words, at)) return undefined;
  const before = skipBetween(words, at);
  if (before === undefined) return undefined;
  const verb = { first: at, last: at };
  const speaker = readSpeakerBefore(words, before);
  if (speaker && clauseBegins.has(words[speaker.first - 1]?.lower ?? '')) return undefined;
  const isQuoting = /^[,”"’»]$/u.test(words[at - 1]?.text ?? '');
  const isInverted = invertedVerbs.has(lower) || (isQuoting && (quotingVerbs.has(lower) || !speaker));
  const after = isInverted ? readSpeakerAfter(words, at + 1) : undefined;
  // “killed two soldiers said the observatory”
  const isObject = speaker && objectNouns.has(words[speaker.last]!.lower);
  if (after && (!speaker || isObject)) return toSpeaker(words, after, verb, 1);
  if (!speaker || isNobody(words, speaker.first)) return undefined;
  return toSpeaker(words, speaker, verb, isLastWord(words, speaker, at) ? 0 : 1);
}

/** “No group claimed it”, “no person or group claimed it”. */
const isNobody = (words: readonly Word[], first: number) =>
  words.slice(Math.max(0, first - 3), first + 1).some(({ lower }) => /^(?:no|none|nobody|neither)$/u.test(lower));

/** “with local sources claiming that”, “Tide issued a statement claiming that”; “shelled the coast claiming that” names nobody. */
function readParticiple(words: readonly Word[], at: number): Ranked | undefined {
  const last = beings.has(words[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  const speaker = readSpeakerBefore(words, last);
  if (!speaker) return undefined;
  const doing = words[speaker.first - 1]?.lower ?? '';
  const isIssued = /^(?:issued|released|published)$/u.test(doing);
  if (!isIssued && doing.endsWith('ed')) return undefined;
  const who = isIssued ? readSpeakerBefore(words, speaker.first - 2) : speaker;
  return who && toSpeaker(words, who, { first: at, last: at }, 1);
}

/** What is said in passing: “after the army declared a truce”. */
const clauseBegins = wordSet('after since when before because if unless until once whether');
const beings = wordSet('is are was were been be being');
/** Before the verb they make it none of saying that it is so: “did not say”, “would not confirm”, “is said to”. */
const denials =
  wordSet(`not n't never cannot to refused declined would could should may might will can must did does do if let
  didn't hasn't haven't`);

/** The last word of what stands before the verb, over adverbs, days and what is set off by commas; undefined where it is denied. */
function skipBetween(words: readonly Word[], verb: number): number | undefined {
  const begun = /^(?:went|goes) on to$/u.test(
    words
      .slice(Math.max(0, verb - 3), verb)
      .map(({ lower }) => lower)
      .join(' '),
  );
  let at = begun ? verb - 4 : verb - 1;
  for (; at >= 0 && at > verb - 10; at -= 1) {
    const word = words[at]!;
    if (denials.has(word.lower) || beings.has(word.lower)) return undefined;
    if (word.isSign) {
      // “, meanwhile, warned”
      const isSetOff = word.text === ',' && words[at - 2]?.text === ',' && betweens.has(words[at - 1]?.lower ?? '');
      if (!isSetOff) return at;
      at -= 2;
    } else if (isDay(word) && words[at - 1]?.lower === 'on') at -= 1;
    else if (!isDay(word) && !betweens.has(word.lower) && !isAdverb(word)) return at;
  }
  return at < 0 ? undefined : at;
}

const isAdverb = ({ text, lower }: Word) => /^\p{Ll}{4,}ly$/u.test(text) && lower !== 'family' && lower !== 'assembly';

/** What a verb of saying may go on with, beside “that” and names. */
const statementBegins = wordSet(`that the at a an its it they he she there up between more over some only government`);

/** “These claims”, “media reports said”, “the Islamic State”: no verb, by what stands around it. */
function isNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!doubtfulVerbs.has(word.lower)) return false;
  const next = words[at + 1];
  return word.text !== word.lower || !next || !(statementBegins.has(next.lower) || /^[\p{Lu}\d]/u.test(next.text));
}

/** “…, the ministry said, Reuters reported.”: who is named at the end of a sentence stands for all of it. */
function isLastWord(words: readonly Word[], { first }: Range, verb: number): boolean {
  const isSetOff = first > 0 && words[first - 1]!.isSign && /^[,”"]$/u.test(words[first - 1]!.text);
  if (!isSetOff) return false;
  const rest = words.slice(verb + 1).filter(({ isSign }) => !isSign);
  return rest.length === 0 || (rest.length <= 3 && rest.some(isDay));
}
