import type { Loss } from '#shared/domain/dataset';
import { claimReviewMessages } from '#shared/messages/en/formats/claimreview';
import type { Chunk, Dataset, DatasetArticle, Format } from '../format.ts';
import { formatJsonLine } from '../json-line.ts';
import { quoteOf, toLoss } from '../losses.ts';
import { recheckClaimReview } from './recheck-claimreview.ts';
import { CARRIED, findRating, isTooLong, toReview, verdictOf } from './to-review.ts';

const FILE = 'claim-reviews.json';

/** So that it can be put into a page's script as it stands, whatever words are in it. */
const toScript = (json: string) => json.replaceAll('<', '\\u003c');

/** One list of JSON-LD objects, a line each; every claim that was found true, false or in dispute is one. */
function* write(dataset: Dataset): Generator<Chunk> {
  const kinds = new Map([...dataset.entities()].map(({ uid, kind }) => [uid as string, kind]));
  const date = dataset.date.slice(0, 10);
  let before = '[\n';
  for (const item of dataset.articles())
    for (const annotation of item.annotations) {
      const rating = findRating(annotation);
      if (rating === undefined) continue;
      const review = toReview(item, annotation, { rating, date, kindOf: (uid) => kinds.get(uid) ?? null });
      yield { file: FILE, text: before + toScript(formatJsonLine(review).trimEnd()) };
      before = ',\n';
    }
  yield { file: FILE, text: before === '[\n' ? '[]\n' : '\n]\n' };
}

const listLosses = ({ annotations }: DatasetArticle): Loss[] =>
  annotations.flatMap((annotation): Loss[] => {
    if (findRating(annotation) === undefined) {
      const isClaim = verdictOf(annotation) !== undefined;
      return [toLoss('overlap', annotation, isClaim ? claimReviewMessages.noRating : claimReviewMessages.notAClaim)];
    }
    return [
      ...(isTooLong(quoteOf(annotation)) ? [toLoss('changed', annotation, claimReviewMessages.shortened)] : []),
      ...Object.keys(annotation.attributes)
        .filter((part) => !CARRIED.includes(part))
        .map((part) => toLoss('attribute', annotation, { part, ...claimReviewMessages.attribute })),
    ];
  });

/** What a fact-checker's page says to search engines, claim by claim. `url` is to be the page's own address, once it has one. */
export const claimReview: Format = {
  name: 'claimreview',
  units: [],
  needsText: false,
  carries: new Set(['attribute', 'note', 'annotator', 'uid', 'title', 'outlet', 'date']),
  write,
  listLosses,
  recheck: recheckClaimReview,
};
