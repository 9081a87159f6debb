import { listPairs } from '../../statistics/agreement-sums.ts';
import type { FinishedArticle, OpenAgreement } from './open-agreement.ts';

/** Coders by their place in `OpenAgreement.coders`, and the articles that all of them have finished. */
export type CoderSet = { places: number[]; names: string[]; articles: FinishedArticle[] };

/** All coders, then each pair where there are more than two; none where there are fewer. */
export function listCoderSets({ coders, articles }: OpenAgreement): CoderSet[] {
  if (coders.length < 2) return [];
  const all = coders.map((_, n) => n);
  return [all, ...(coders.length > 2 ? listPairs(coders.length) : [])].map((places) => ({
    places,
    names: places.map((place) => coders[place]!.name),
    articles: articles.filter(({ hasFinished }) => places.every((place) => hasFinished[place])),
  }));
}

/** Articles that each of a set's coders has marked or was given, and that not all of them have finished. */
export function listUnfinished({ coders, work }: OpenAgreement, { places }: Pick<CoderSet, 'places'>): number[] {
  const ids = places.map((place) => coders[place]!.id);
  return [...work].flatMap(([article, own]) => {
    const ofSet = own.filter(({ coder }) => ids.includes(coder));
    return ofSet.length === ids.length && ofSet.some(({ isDone }) => !isDone) ? [article] : [];
  });
}

export const isBlindFor = ({ isBlind }: FinishedArticle, { places }: Pick<CoderSet, 'places'>): boolean =>
  places.every((place) => isBlind[place]);
