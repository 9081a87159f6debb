import type { ValueInput } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import type { PartialDate } from '#shared/domain/partial-date';
import { isGraphemeBorder } from '#shared/text/graphemes';
import type { Found, Reading } from '../found.ts';
import { findPlace, toAttribution, toFigureValues } from './attribute-claim.ts';
import { leaveOutRepeats } from './claim-repeats.ts';
import { findEventDate } from './find-event-date.ts';
import type { Figure } from './find-figures.ts';
import type { Speaker } from './find-speakers.ts';
import { readSentences, type ReadSentence } from './read-sentences.ts';
import { weighClaim } from './weigh-claim.ts';

/** What is known beyond the text. `published`: the article's date, by which “on Monday” is a day. */
export type ClaimKnowledge = { published: PartialDate | null };

/** Less is a guess that a person would dismiss more often than not. */
const LEAST_CONFIDENCE = 0.34;

/**
 * The sentences of a text that state what can be checked, with figures, speakers, verb, place and date as far as it says them.
 *
 * `names`: the actors and locations that were found or tagged in it. Texts in another language than English have none.
 */
export function findClaims(reading: Reading, names: readonly Found[], { published }: ClaimKnowledge): Found[] {
  if (reading.language !== null && !/^en\b/iu.test(reading.language)) return [];
  const { text } = reading;
  const sentences = readSentences(reading, names);
  let before: ValueInput | undefined;
  const claims: { found: Found; sentence: ReadSentence }[] = [];
  for (const sentence of sentences) {
    const found = toClaim(text, sentence, before, published);
    before = sentence.speakers.length > 0 ? readOnlySpeaker(text, sentence, before) : before;
    if (found && isSafe(text, found)) claims.push({ found, sentence });
  }
  return leaveOutRepeats(claims);
}

function toClaim(
  text: string,
  sentence: ReadSentence,
  before: ValueInput | undefined,
  published: PartialDate | null,
): Found | undefined {
  const { span, words, figures, names } = sentence;
  const weighed = weighClaim(sentence);
  if (!weighed || weighed.confidence < LEAST_CONFIDENCE) return undefined;
  const { rule, voice, confidence } = weighed;
  const said = sentence.quotedBy ?? { sentence, speakers: sentence.speakers };
  const attribution = said.speakers.map((speaker) =>
    toAttribution(text, said.sentence.words, speaker, said.sentence.names, before),
  );
  const place = findPlace(words, sentence.speakers, names);
  const date = findEventDate(
    words,
    sentence.speakers.map(({ at }) => at),
    published,
  );
  const isOwn = attribution.length === 0 && voice === "outlet's own";
  return {
    label: 'claim',
    spans: [span],
    rule,
    reason: toReason(text, figures, said.speakers),
    confidence: Math.min(1, confidence + (place ? 0.05 : 0) + (date ? 0.05 : 0)),
    attributes: {
      ...((attribution.length > 0 || isOwn) && { attribution: isOwn ? [{ who: 'the outlet' }] : attribution }),
      voice,
      ...(figures.length > 0 && { figures: toFigureValues(figures) }),
      ...(date !== undefined && { 'event date': date }),
      ...(place !== undefined && { place }),
    },
  };
}

/** The words that it rests on: the first figure, and the verb and words of who is nearest to it. */
function toReason(text: string, figures: readonly Figure[], speakers: readonly Speaker[]): Record<string, string> {
  const words = ({ start, end }: Span) => text.slice(start, end);
  const [figure, speaker] = [figures[0], speakers[0]];
  return {
    ...(figure && { figure: words(figure.span) }),
    ...(speaker && { speaker: words(speaker.words), verb: words(speaker.verb) }),
  };
}

/** Whom “he added” means in the next sentence: the one whom this names, where it names one alone who is known. */
function readOnlySpeaker(
  text: string,
  { words, speakers, names }: ReadSentence,
  before: ValueInput | undefined,
): ValueInput | undefined {
  const [only, ...others] = speakers;
  if (!only || others.length > 0) return undefined;
  return toAttribution(text, words, only, names, before).who;
}

/** Whether no border of a span splits a character. */
function isSafe(text: string, { spans, attributes }: Found): boolean {
  const attribution = (attributes?.['attribution'] ?? []) as { words?: Span; verb?: Span }[];
  const all = [...spans, ...attribution.flatMap(({ words, verb }) => [words, verb])];
  return all.every((span) => !span || (isGraphemeBorder(text, span.start) && isGraphemeBorder(text, span.end)));
}
