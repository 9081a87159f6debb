import type { Found } from '../found.ts';
import type { ReadSentence } from './read-sentences.ts';

type Claim = { found: Found; sentence: Pick<ReadSentence, 'words' | 'isHeadline'> };

/** How much of a headline's words one sentence of the body has to say for the headline to say nothing more. */
const SAID_AGAIN = 0.6;
/** Unit: claims after the headline, since its story leads with it. */
const LEAD = 12;

/** The claims without those that the text states more than once: a headline in the body, a caption that stands twice, a lead. */
export function leaveOutRepeats(claims: readonly Claim[]): Found[] {
  const seen = new Set<string>();
  return claims.flatMap(({ found, sentence }, n) => {
    const key = toKey(sentence);
    if (seen.has(key)) return [];
    seen.add(key);
    return sentence.isHeadline && isSaidAgain(sentence, claims.slice(n + 1, n + 1 + LEAD)) ? [] : [found];
  });
}

const toKey = ({ words }: Claim['sentence']) =>
  words
    .filter(({ isSign }) => !isSign)
    .map(({ lower }) => lower)
    .join(' ');

/** Unit: letters. “dispatches” and “dispatched” begin with the same. */
const STEM = 5;

/** Small words tell nothing of what a sentence says. */
const tellingWords = ({ words }: Claim['sentence']) =>
  new Set(
    words
      .filter(({ lower, isSign }) => !isSign && (lower.length > 3 || /\d/u.test(lower)))
      .map(({ lower }) => lower.slice(0, STEM)),
  );

function isSaidAgain(headline: Claim['sentence'], lead: readonly Claim[]): boolean {
  const own = tellingWords(headline);
  return lead.some(({ sentence }) => {
    if (sentence.isHeadline) return false;
    const said = tellingWords(sentence);
    return [...own].filter((word) => said.has(word)).length >= own.size * SAID_AGAIN;
  });
}
