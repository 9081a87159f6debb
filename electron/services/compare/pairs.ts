import type { OfferedPair, OfferedPairs, PairsInput } from '#shared/domain/article-pair';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import {
  getArticleId,
  listFigureKeys,
  listTitles,
  mapPairedArticles,
} from '../../corpus/repositories/paired-articles.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { createPacer, type Job } from '../job.ts';
import { mapCardsOfClaims } from './cards-of-claims.ts';
import { openComparison, type ComparedArticle, type Comparison } from './comparison.ts';
import { toDay } from './days.ts';
import { rankPairs, type PairableArticle, type RankedPair } from './rank-pairs.ts';

/** Pairs that are looked at once more, with what their claims count, before the best are given. */
const LOOKED_AT = 500;
/** So many articles are gone through, and so many titles read, before the clock is looked at. */
const [ARTICLES, TITLES_A_SLICE] = [1000, 1000];

/** A word of a title tells less than a tagged entity. */
const WEIGHT_OF_WORD = 0.3;
/** An event card that a person has put claims of both on tells most. */
const WEIGHT_OF_CARD = 3;
/** Shorter words of titles are left aside. */
const LEAST_LETTERS = 4;

/** A figure that claims of both give alike. */
const WEIGHT_OF_FIGURE = 1;

type Kind = 'entity' | 'card' | 'word';
const kinds: readonly Kind[] = ['entity', 'card', 'word'];
const weights: Record<Kind, number> = { entity: 1, card: WEIGHT_OF_CARD, word: WEIGHT_OF_WORD };
/** A feature of an article says of what kind it is, and which one. */
const toFeature = (kind: Kind, id: number) => id * kinds.length + kinds.indexOf(kind);
const kindOf = (feature: number) => kinds[feature % kinds.length]!;

type Pairable = BothSides<PairableArticle[]>;

/** Pairs of articles that are worth reading side by side, best first. Errors: those of `compare:pairs`. */
export async function offerPairs(db: ReadDb, input: PairsInput, job: Job): Promise<OfferedPairs> {
  const { article, limit, ...compared } = input;
  const only = article === undefined ? undefined : getArticleId(db, resolveArticle(db, article));
  const comparison = await openComparison(db, compared, job);
  const pause = createPacer(job);
  const articles = await readArticles(comparison, pause);
  const weightOf = await toWeights(articles, pause);
  const byPlace = new Map([...comparison.articles.a, ...comparison.articles.b].map(({ id, place }) => [place, id]));
  const toIds = (pair: RankedPair) => ({ ...pair, a: byPlace.get(pair.a)!, b: byPlace.get(pair.b)! });
  const ranked: RankedPair[] = [];
  for (const sides of only === undefined ? [articles] : listWith((place) => byPlace.get(place) === only, articles))
    ranked.push(...(await rankPairs(sides, LOOKED_AT, weightOf, pause)).map(toIds));
  const claims = await listClaims(comparison, new Set(ranked.flatMap(({ a, b }) => [a, b])));
  const best = withFigures(db, ranked, claims).slice(0, limit);
  const heads = mapPairedArticles(db, new Set(best.flatMap(({ a, b }) => [a, b])));
  const isUndated = ({ day }: PairableArticle) => day === undefined;
  return {
    pairs: best.map(({ a, b, days, shared, figures }): OfferedPair => {
      const count = (kind: Kind) => shared.filter((feature) => kindOf(feature) === kind).length;
      const counts = { entities: count('entity'), titleWords: count('word'), events: count('card'), figures };
      return { a: heads.get(a)!, b: heads.get(b)!, days, ...counts };
    }),
    undated: { a: articles.a.filter(isUndated).length, b: articles.b.filter(isUndated).length },
  };
}

/** The one article against the other side, from either side that it is on. */
const listWith = (isIt: (place: number) => boolean, { a, b }: Pairable): Pairable[] => [
  { a: a.filter(({ id }) => isIt(id)), b },
  { a, b: b.filter(({ id }) => isIt(id)) },
];

type Pause = () => Promise<void> | undefined;

async function readArticles(comparison: Comparison, pause: Pause): Promise<Pairable> {
  const cards = await mapCardsOfClaims(comparison);
  const tagged = {
    a: await readMentioned(comparison, 'a', cards),
    b: await readMentioned(comparison, 'b', cards),
  };
  const { articles, db } = comparison;
  const isTagged = tagged.a.size + tagged.b.size >= (articles.a.length + articles.b.length) / 2;
  const words = isTagged
    ? undefined
    : await readTitles(db, new Set([...articles.a, ...articles.b].map(({ id }) => id)), pause);
  const featuresOf = (side: SideName) => (id: number) => {
    const own = tagged[side].get(id) ?? [];
    return words ? [...own, ...(words.get(id) ?? [])] : own;
  };
  const a = await toPairable(articles.a, featuresOf('a'), pause);
  const b = await toPairable(articles.b, featuresOf('b'), pause);
  return { a, b };
}

/** Articles go by their place, so that of pairs that are worth the same the same ones come first in every copy. */
async function toPairable(
  articles: readonly ComparedArticle[],
  featuresOf: (id: number) => number[],
  pause: Pause,
): Promise<PairableArticle[]> {
  const pairable: PairableArticle[] = [];
  for (const [n, { id, date, place }] of articles.entries()) {
    if (n % ARTICLES === 0) await pause();
    pairable.push({ id: place, day: toDay(date), features: featuresOf(id) });
  }
  return pairable;
}

/** Entities and event cards of the articles of a side that have any. */
async function readMentioned(
  comparison: Comparison,
  side: SideName,
  cards: ReadonlyMap<number, readonly number[]>,
): Promise<Map<number, number[]>> {
  const claimLabel = findClaimLabel(comparison.db);
  const features = new Map<number, number[]>();
  const own = new Set<number>();
  let last = 0;
  const put = () => {
    if (own.size > 0) features.set(last, [...own]);
    own.clear();
  };
  await comparison.eachMention(side, ({ annotation, article, label, entity }) => {
    if (article !== last) put();
    last = article;
    if (label === claimLabel) for (const card of cards.get(annotation) ?? []) own.add(toFeature('card', card));
    else if (entity !== 0) own.add(toFeature('entity', entity));
  });
  put();
  return features;
}

/** Words of titles: what articles are known by where most of them are not tagged. */
async function readTitles(db: ReadDb, articles: ReadonlySet<number>, pause: Pause): Promise<Map<number, number[]>> {
  const words = new Map<string, number>();
  const features = new Map<number, number[]>();
  const ids = [...articles];
  for (let from = 0; from < ids.length; from += TITLES_A_SLICE) {
    for (const { id, title } of listTitles(db, ids.slice(from, from + TITLES_A_SLICE))) {
      const own = new Set<number>();
      for (const { token } of tokenise(title)) {
        if (token.length < LEAST_LETTERS) continue;
        const word = words.get(token) ?? words.size;
        words.set(token, word);
        own.add(toFeature('word', word));
      }
      features.set(id, [...own]);
    }
    await pause();
  }
  return features;
}

/** What a feature tells: the fewer articles have it, the more. */
async function toWeights({ a, b }: Pairable, pause: Pause): Promise<(feature: number) => number> {
  const held = new Map<number, number>();
  for (const side of [a, b])
    for (const [n, { features }] of side.entries()) {
      if (n % ARTICLES === 0) await pause();
      for (const feature of features) held.set(feature, (held.get(feature) ?? 0) + 1);
    }
  const all = a.length + b.length;
  for (const [feature, n] of held) held.set(feature, weights[kindOf(feature)] * Math.log(1 + all / n));
  return (feature) => held.get(feature)!;
}

type WithFigures = RankedPair & { figures: number };

/** The claims that count of these articles, with the article that each stands in, by ids of rows. */
async function listClaims(comparison: Comparison, articles: ReadonlySet<number>): Promise<Map<number, number>> {
  const claimLabel = findClaimLabel(comparison.db);
  const articleOf = new Map<number, number>();
  for (const side of ['a', 'b'] as const)
    await comparison.eachMention(side, ({ annotation, article, label }) => {
      if (label === claimLabel && articles.has(article)) articleOf.set(annotation, article);
    });
  return articleOf;
}

/** The pairs with how many figures their claims give alike, best first. `articleOf`: of their claims, the article. */
function withFigures(db: ReadDb, ranked: readonly RankedPair[], articleOf: ReadonlyMap<number, number>): WithFigures[] {
  const keys = new Map(ranked.flatMap(({ a, b }) => [a, b]).map((id) => [id, new Set<string>()]));
  for (const { claim, key } of listFigureKeys(db, [...articleOf.keys()])) keys.get(articleOf.get(claim)!)!.add(key);
  const weigh = ({ weight, figures }: WithFigures) => weight + figures * WEIGHT_OF_FIGURE;
  return ranked
    .map((pair) => ({ ...pair, figures: countShared(keys.get(pair.a)!, keys.get(pair.b)!) }))
    .sort((one, other) => weigh(other) - weigh(one)); // of equal ones in the order that they came in
}

const countShared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((key) => other.has(key)).length;
