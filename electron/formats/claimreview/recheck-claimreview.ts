import type { Reread, WrittenFiles } from '../format.ts';

type Object = Record<string, unknown>;
const isObject = (value: unknown): value is Object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** Reads the list back: every review has what search engines ask for, and a short claim stands at the beginning of the whole. */
export function recheckClaimReview(files: WrittenFiles): Reread {
  const reviews: unknown = JSON.parse(files.read('claim-reviews.json'));
  if (!Array.isArray(reviews))
    return { articles: null, annotations: 0, relations: null, mismatches: ['claim-reviews.json'] };
  const mismatches = reviews.filter((review) => !isReview(review)).map((review) => `claim review ${nameOf(review)}`);
  return { articles: null, annotations: reviews.length, relations: null, mismatches };
}

const nameOf = (review: unknown) => (isObject(review) ? String(review['@id']) : 'without an id');

function isReview(review: unknown): boolean {
  if (!isObject(review)) return false;
  const { reviewRating: rating, itemReviewed: item, author } = review;
  if (!isObject(rating) || !isObject(item) || !isObject(author)) return false;
  return (
    review['@context'] === 'https://schema.org' &&
    review['@type'] === 'ClaimReview' &&
    item['@type'] === 'Claim' &&
    [review['url'], review['claimReviewed'], rating['alternateName'], author['name'], item['text']].every(isWords) &&
    isBetween(rating) &&
    isBeginning(review['claimReviewed'] as string, item['text'] as string)
  );
}

const isBetween = ({ ratingValue: value, worstRating: worst, bestRating: best }: Object) =>
  [value, worst, best].every(Number.isInteger) &&
  (worst as number) <= (value as number) &&
  (value as number) <= (best as number);

function isBeginning(short: string, whole: string): boolean {
  const words = whole
    .split(/\s+/u)
    .filter((word) => word !== '')
    .join(' ');
  return (
    short === words || (short.endsWith('…') && words.startsWith(short.slice(0, -1)) && Array.from(short).length <= 75)
  );
}
