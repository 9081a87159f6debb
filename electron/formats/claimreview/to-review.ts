import { isEntityValue, isSpanValue, toItems, type AttributeValue } from '#shared/domain/attribute';
import type { Annotation } from '#shared/domain/annotation';
import { claimReviewMessages } from '#shared/messages/en/formats/claimreview';
import type { DatasetArticle } from '../format.ts';
import { quoteOf } from '../losses.ts';

/** Verdicts of the built-in codebook that say how true a claim is. Unit: 1 is worst, 3 is best. */
const RATINGS = { refuted: 1, contested: 2, confirmed: 3 } as const;
type Rated = keyof typeof RATINGS;

/** Longer ones are advised against. Unit: Unicode code points. Source: Google, fact check structured data. */
const MOST_CHARACTERS = 75;

/** Attributes of a claim that have a place here. */
export const CARRIED = ['verdict', 'attribution', 'evidence'];

type Agent = { '@type': 'Person' | 'Organization'; name: string };
type Source = { '@type': 'CreativeWork'; url?: string; archivedAt?: string; text?: string; description?: string };

/** One ClaimReview, as schema.org has it. */
export type Review = {
  '@context': 'https://schema.org';
  '@type': 'ClaimReview';
  '@id': string;
  url: string;
  claimReviewed: string;
  reviewRating: {
    '@type': 'Rating';
    ratingValue: number;
    bestRating: number;
    worstRating: number;
    alternateName: string;
  };
  author: Agent;
  datePublished?: string;
  reviewBody?: string;
  citation?: Source[];
  itemReviewed: {
    '@type': 'Claim';
    text: string;
    author?: Agent | Agent[];
    datePublished?: string;
    appearance: {
      '@type': 'NewsArticle';
      identifier: string;
      headline: string;
      url?: string;
      datePublished?: string;
      inLanguage?: string;
      publisher?: Agent;
    };
  };
};

export const verdictOf = ({ attributes }: Annotation): AttributeValue | undefined => attributes['verdict'];

/** How true a claim was found to be; undefined where its verdict, if it has any, does not say that. */
export const findRating = (annotation: Annotation): Rated | undefined => {
  const verdict = verdictOf(annotation);
  return typeof verdict === 'string' && Object.hasOwn(RATINGS, verdict) ? (verdict as Rated) : undefined;
};

const toCharacters = (words: string) => Array.from(words.replace(/\s+/gu, ' ').trim());

/** Whether a claim's words do not all go into `claimReviewed`. */
export const isTooLong = (words: string) => toCharacters(words).length > MOST_CHARACTERS;

/** What stands in `claimReviewed`: the claim's words, cut at a blank where they are too many. */
function shorten(words: string): string {
  const characters = toCharacters(words);
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  const cut = characters.slice(0, MOST_CHARACTERS - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank) : cut}…`;
}

/** `kindOf`: what kind of entity is meant by a uid; `date`: the day that the dataset is of. */
export function toReview(
  { article }: DatasetArticle,
  annotation: Annotation,
  { rating, date, kindOf }: { rating: Rated; date: string; kindOf: (entity: string) => string | null },
): Review {
  const text = quoteOf(annotation);
  const speakers = listSpeakers(annotation, article.outlet, kindOf);
  const citation = listSources(annotation);
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${annotation.uid}`,
    url: `urn:uuid:${annotation.uid}`,
    claimReviewed: shorten(text),
    reviewRating: {
      '@type': 'Rating',
      ratingValue: RATINGS[rating],
      bestRating: RATINGS.confirmed,
      worstRating: RATINGS.refuted,
      alternateName: claimReviewMessages.ratings[rating],
    },
    author: { '@type': 'Person', name: annotation.annotator },
    ...(date !== '' && { datePublished: date }),
    ...(annotation.note !== '' && { reviewBody: annotation.note }),
    ...(citation.length > 0 && { citation }),
    itemReviewed: {
      '@type': 'Claim',
      text,
      ...(speakers.length > 0 && { author: speakers.length === 1 ? speakers[0]! : speakers }),
      ...(article.date !== null && { datePublished: article.date }),
      appearance: {
        '@type': 'NewsArticle',
        identifier: article.uid,
        headline: article.title,
        ...(article.address !== null && { url: article.address }),
        ...(article.date !== null && { datePublished: article.date }),
        ...(article.language !== null && { inLanguage: article.language }),
        ...(article.outlet !== null && { publisher: { '@type': 'Organization', name: article.outlet } }),
      },
    },
  };
}

const isGroup = (value: AttributeValue): value is Record<string, AttributeValue> =>
  typeof value === 'object' && !Array.isArray(value);

/** On whose word a claim stands, whoever the text names first; nobody where it names none. */
function listSpeakers(
  { attributes }: Annotation,
  outlet: string | null,
  kindOf: (entity: string) => string | null,
): Agent[] {
  return toItems(attributes['attribution']).flatMap((item): Agent[] => {
    const who = isGroup(item) ? (item as Record<string, AttributeValue>)['who'] : undefined;
    if (who === 'the outlet' && outlet !== null) return [{ '@type': 'Organization', name: outlet }];
    if (who === undefined || !isEntityValue(who)) return [];
    return [{ '@type': kindOf(who.entity) === 'person' ? 'Person' : 'Organization', name: who.name }];
  });
}

/** What the verdict rests on. */
function listSources({ attributes }: Annotation): Source[] {
  return toItems(attributes['evidence']).flatMap((item): Source[] => {
    if (!isGroup(item)) return [];
    const { span, address, archived, note } = item as Record<string, AttributeValue>;
    const source: Source = {
      '@type': 'CreativeWork',
      ...(typeof address === 'string' && { url: address }),
      ...(typeof archived === 'string' && { archivedAt: archived }),
      ...(span !== undefined && isSpanValue(span) && { text: span.quote }),
      ...(typeof note === 'string' && { description: note }),
    };
    return Object.keys(source).length > 1 ? [source] : [];
  });
}
