import type { FoundPlace } from '#shared/domain/place';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findNewestArticle, listEntityCountries } from '../corpus/repositories/place-repository.ts';
import { countMatches } from '../corpus/repositories/search-repository.ts';
import { findPlaces } from '../gazetteer/find-places.ts';
import { openGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts';

/** How much of what was read, or tagged, is of each country, by ISO code; together 1, or nothing. */
type Shares = ReadonlyMap<string, number>;

/** More articles than this make a country no more likely. */
const MOST_ARTICLES = 10_000;

const toShares = (counts: readonly { country: string; count: number }[]): Shares => {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return new Map(counts.flatMap(({ country, count }) => (count === 0 ? [] : [[country, count / total]])));
};

/** By how many articles name each country, in any of the languages that the gazetteer knows its name in. */
function countInTexts(db: ReadDb, gazetteer: Gazetteer): Shares {
  const toPhrase = (name: string) =>
    `"${tokenise(name)
      .map(({ token }) => token)
      .join(' ')}"`;
  const counts = gazetteer.countries.map(({ code, names }) => ({
    country: code,
    count: countMatches(db, names.map(toPhrase).join(' OR '), MOST_ARTICLES),
  }));
  return toShares(counts);
}

/** Counted once for each corpus until it gets another article: the shares hardly change, and 246 countries are sought. */
const counted = new WeakMap<Corpus, { newest: number; shares: Shares }>();

function getTextShares(corpus: Corpus, gazetteer: Gazetteer): Shares {
  const newest = findNewestArticle(corpus.read);
  const known = counted.get(corpus);
  if (known?.newest === newest) return known.shares;
  const shares = countInTexts(corpus.read, gazetteer);
  counted.set(corpus, { newest, shares });
  return shares;
}

/** What a corpus is about, by country: half by what its articles name, half by the places that people chose in it. */
function weighCountries(corpus: Corpus, gazetteer: Gazetteer): Record<string, number> {
  const all = [getTextShares(corpus, gazetteer), toShares(listEntityCountries(corpus.read))];
  const told = all.filter(({ size }) => size > 0);
  const weights: Record<string, number> = {};
  for (const shares of told)
    for (const [country, share] of shares) weights[country] = (weights[country] ?? 0) + share / told.length;
  return weights;
}

/** Places by any spelling, ranked by what the corpus is about where one is open. */
export function lookUpPlaces(
  corpus: Corpus | null,
  query: string,
  limit: number,
): { places: FoundPlace[]; source: string } {
  const gazetteer = openGazetteer();
  const countryWeights = corpus === null ? {} : weighCountries(corpus, gazetteer);
  return { places: findPlaces(gazetteer, query, { countryWeights, limit }), source: gazetteer.source };
}
