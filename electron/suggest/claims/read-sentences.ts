import { overlaps, type Span } from '#shared/domain/span';
import type { Found, Reading } from '../found.ts';
import { findFigures, type Figure } from './find-figures.ts';
import { findSpeakers, type Speaker } from './find-speakers.ts';
import { listQuotations } from '#shared/text/quotations';
import { listSentences } from './sentences.ts';
import { listWords, type Word } from './words.ts';

/** A sentence and what was read in it. `quotedBy`: who speaks in the rest of a quotation that it is a part of. */
export type ReadSentence = {
  span: Span;
  isHeadline: boolean;
  words: readonly Word[];
  figures: readonly Figure[];
  speakers: readonly Speaker[];
  quotedBy?: { sentence: ReadSentence; speakers: readonly Speaker[] };
  names: readonly Found[];
};

const read = new Set(['title', 'heading', 'paragraph', 'list item', 'caption', 'quote', 'update', 'other']);
const headlines = new Set(['title', 'heading', 'caption']);
/** A longer one has lost its full stops, and is no statement that a person would tag. Unit: UTF-16. */
const LONGEST_SENTENCE = 1200;

/** All sentences that are short enough to be one, with those in a quotation that runs over several bound to its speaker. */
export function readSentences({ text, blocks }: Reading, names: readonly Found[]): ReadSentence[] {
  const ordered = names
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  let n = 0;
  return blocks.flatMap(({ kind, start, end }) => {
    if (!read.has(kind)) return [];
    const quotations = listQuotations(text, { start, end });
    let q = 0;
    const sentences: ReadSentence[] = [];
    for (const span of listSentences(text, { start, end })) {
      while (q < quotations.length && quotations[q]!.end <= span.start) q += 1;
      while (n < ordered.length && ordered[n]!.spans[0]!.end <= span.start) n += 1;
      if (span.end - span.start > LONGEST_SENTENCE) continue;
      const here = takeWhile(ordered, n, ({ spans }) => spans[0]!.start < span.end);
      const quoted = takeWhile(quotations, q, (quotation) => quotation.start < span.end);
      const words = listWords(text, span, quoted);
      const speakers = findSpeakers(words);
      const figures = findFigures(words).filter(
        (figure) => !speakers.some((speaker) => overlaps(speaker.words, figure.span)),
      );
      sentences.push({ span, isHeadline: headlines.has(kind), words, figures, speakers, names: here });
    }
    return bindQuoted(sentences, quotations);
  });
}

function takeWhile<T>(items: readonly T[], from: number, isIn: (item: T) => boolean): T[] {
  const taken: T[] = [];
  for (let n = from; n < items.length && isIn(items[n]!); n += 1) taken.push(items[n]!);
  return taken;
}

/** Gives sentences that are quoted whole the speakers of the sentence in which their quotation ends, or else begins. */
function bindQuoted(sentences: ReadSentence[], quotations: readonly Span[]): ReadSentence[] {
  let n = 0;
  for (const quotation of quotations) {
    while (n < sentences.length && sentences[n]!.span.end <= quotation.start) n += 1;
    const within = takeWhile(sentences, n, ({ span }) => span.start < quotation.end);
    const speaking = within.filter(({ speakers }) => speakers.length > 0);
    const sentence = speaking.at(-1);
    if (!sentence || within.length < 2) continue;
    for (const each of within)
      if (each.speakers.length === 0 && each.words.every(({ isQuoted, isSign }) => isQuoted || isSign))
        each.quotedBy = { sentence, speakers: sentence.speakers };
  }
  return sentences;
}
