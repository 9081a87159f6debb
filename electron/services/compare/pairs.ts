import type { OfferedPair, OfferedPairs, PairsInput } from '#shared/domain/article-pair';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { mapCardsOfClaims } from '../../corpus/repositories/compared-things.ts';
import {
  getArticleId,
  listFigureKeys,
  listTitles,
  mapPairedArticles,
} from '../../corpus/repositories/paired-articles.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { createPacer, type Job } from '../job.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { toDay } from './days.ts';
import { rankPairs, type PairableArticle, type RankedPair } from './rank-pairs.ts';

/** Pairs that are looked at once more, with what their claims count, before the best are given. */
const LOOKED_AT = 500;
const TITLES_A_SLICE = 1000;

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

/** What pairs are found by. `claims`: those of an article, by ids of rows. */
type Read = { articles: BothSides<PairableArticle[]>; claims: Map<number, number[]> };

/** Pairs of articles that are worth reading side by side, best first. Errors: those of `compare:pairs`. */
export async function offerPairs(db: ReadDb, input: PairsInput, job: Job): Promise<OfferedPairs> {
  const { article, limit, ...compared } = input;
  const only = article === undefined ? undefined : getArticleId(db, resolveArticle(db, article));
  const comparison = await openComparison(db, compared, job);
  const pause = createPacer(job);
  const { articles, claims } = await readArticles(comparison, pause);
  const weightOf = toWeights(articles);
  const ranked: RankedPair[] = [];
  for (const sides of only === undefined ? [articles] : listWith(only, articles))
    ranked.push(...(await rankPairs(sides, LOOKED_AT, weightOf, pause)));
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
function listWith(id: number, { a, b }: Read['articles']): Read['articles'][] {
  const isIt = (article: PairableArticle) => article.id === id;
  return [
    { a: a.filter(isIt), b },
    { a, b: b.filter(isIt) },
  ];
}

type Pause = () => Promise<void> | undefined;

async function readArticles(comparison: Comparison, pause: Pause): Promise<Read> {
  const claims = new Map<number, number[]>();
  const tagged = {
    a: await readMentioned(comparison, 'a', claims),
    b: await readMentioned(comparison, 'b', claims),
  };
  const { articles, db } = comparison;
  const isTagged = tagged.a.size + tagged.b.size >= (articles.a.length + articles.b.length) / 2;
  const words = isTagged
    ? undefined
    : await readTitles(db, new Set([...articles.a, ...articles.b].map(({ id }) => id)), pause);
  const toPairable = (side: SideName) =>
    articles[side].map(({ id, date }) => ({
      id,
      day: toDay(date),
      features: [...(tagged[side].get(id) ?? []), ...(words?.get(id) ?? [])],
    }));
  return { articles: { a: toPairable('a'), b: toPairable('b') }, claims };
}

/** Entities and event cards of the articles of a side that have any; `claims` gets the claims of its articles. */
async function readMentioned(
  comparison: Comparison,
  side: SideName,
  claims: Read['claims'],
): Promise<Map<number, number[]>> {
  const { db } = comparison;
  const claimLabel = findClaimLabel(db);
  const cards = mapCardsOfClaims(db);
  const features = new Map<number, number[]>();
  const own = new Set<number>();
  let [last, claimed] = [0, [] as number[]];
  const put = () => {
    if (own.size > 0) features.set(last, [...own]);
    if (claimed.length > 0) claims.set(last, claimed);
    own.clear();
    claimed = [];
  };
  await comparison.eachMention(side, ({ annotation, article, label, entity }) => {
    if (article !== last) put();
    last = article;
    if (label === claimLabel) {
      claimed.push(annotation);
      for (const card of cards.get(annotation) ?? []) own.add(toFeature('card', card));
    } else if (entity !== 0) own.add(toFeature('entity', entity));
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
function toWeights({ a, b }: Read['articles']): (feature: number) => number {
  const held = new Map<number, number>();
  for (const side of [a, b])
    for (const { features } of side) for (const feature of features) held.set(feature, (held.get(feature) ?? 0) + 1);
  const all = a.length + b.length;
  for (const [feature, n] of held) held.set(feature, weights[kindOf(feature)] * Math.log(1 + all / n));
  return (feature) => held.get(feature)!;
}

type WithFigures = RankedPair & { figures: number };

/** The pairs with how many figures their claims give alike, best first. */
function withFigures(db: ReadDb, ranked: readonly RankedPair[], claims: Read['claims']): WithFigures[] {
  const articles = new Set(ranked.flatMap(({ a, b }) => [a, b]));
  const articleOf = new Map([...articles].flatMap((id) => (claims.get(id) ?? []).map((claim) => [claim, id] as const)));
  const keys = new Map([...articles].map((id) => [id, new Set<string>()]));
  for (const { claim, key } of listFigureKeys(db, [...articleOf.keys()])) keys.get(articleOf.get(claim)!)!.add(key);
  const weigh = ({ weight, figures }: WithFigures) => weight + figures * WEIGHT_OF_FIGURE;
  return ranked
    .map((pair) => ({ ...pair, figures: countShared(keys.get(pair.a)!, keys.get(pair.b)!) }))
    .sort((one, other) => weigh(other) - weigh(one)); // of equal ones in the order that they came in
}

const countShared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((key) => other.has(key)).length;
