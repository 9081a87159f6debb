import type { ClaimJoin, ComparedPair, PairedEntity, PairedMention, PairInput } from '#shared/domain/article-pair';
import type { ClaimVersion } from '#shared/domain/claim-comparison';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { ArticleRef } from '#shared/domain/ids';
import { foldWord } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { listEntitiesById } from '../../corpus/repositories/compared-things.ts';
import { listLabelNames } from '../../corpus/repositories/mention-lines.ts';
import {
  getPairedText,
  listCommonCards,
  listContradictions,
  mapPairedMentions,
} from '../../corpus/repositories/paired-articles.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { createPacer, type Breathe, type Job } from '../job.ts';
import { eachAttributedClaim } from './attributions.ts';
import { readVersions, type Member } from './claim-versions.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { findConflicts } from './find-conflicts.ts';
import { offerMatches, type MatchedClaim } from './match-claims.ts';
import { findNearCopies } from './near-copies.ts';

type Mentioned = PairedMention & { entity: number };
type ReadSide = { mentions: Mentioned[]; claims: MatchedClaim[] };

/**
 * What two articles have in common and what not. `openTo`: with nothing that was tagged in what that person, by uid, tags blind still.
 *
 * Errors: those of `compare:pair`.
 */
export async function comparePair(
  db: ReadDb,
  { checkedOnly, openTo = null, ...refs }: PairInput & { openTo?: string | null },
  job: Job,
): Promise<ComparedPair> {
  const a = resolveArticle(db, refs.a);
  const b = resolveArticle(db, refs.b);
  const toFilter = (uid: string) => ({ articles: [ArticleRef.parse(uid)], ...(openTo !== null && { openTo }) });
  const comparison = await openComparison(db, { a: toFilter(a), b: toFilter(b), checkedOnly }, job);
  const sides = { a: await readSide(comparison, 'a'), b: await readSide(comparison, 'b') };
  const breathe = createPacer(job);
  const joins = await joinClaims(db, sides, breathe);
  const toAlone = (side: SideName) => {
    const joined = new Set(joins.map((join) => join[side].claim));
    return sides[side].claims.filter(({ claim }) => !joined.has(claim)).map(toVersion);
  };
  return {
    articles: { a, b },
    entities: pairEntities(db, sides),
    joins,
    alone: { a: toAlone('a'), b: toAlone('b') },
    copies: await findNearCopies(getPairedText(db, a), getPairedText(db, b), breathe),
  };
}

async function readSide(comparison: Comparison, side: SideName): Promise<ReadSide> {
  const { db } = comparison;
  const named: { annotation: number; entity: number }[] = [];
  const claims: Member[] = [];
  const claimLabel = findClaimLabel(db);
  await comparison.eachMention(side, ({ annotation, label, entity }) => {
    if (entity !== 0 && label !== claimLabel) named.push({ annotation, entity });
  });
  await eachAttributedClaim(comparison, side, ({ annotation, attributions }) =>
    claims.push({ side, annotation, attributions }),
  );
  const places = mapPairedMentions(
    db,
    [...named, ...claims].map(({ annotation }) => annotation),
  );
  const mentions = named
    .map(({ annotation, entity }) => ({ ...places.get(annotation)!, entity }))
    .sort((one, other) => one.start - other.start);
  const readVersion = readVersions(db, claims);
  return {
    mentions,
    claims: claims.map((claim) => {
      const { start, end } = places.get(claim.annotation)!;
      return { ...readVersion(claim), entities: listWithin(mentions, start, end) };
    }),
  };
}

/** Entities that are named from `start` to before `end`; `mentions` in reading order. */
function listWithin(mentions: readonly Mentioned[], start: number, end: number): Set<number> {
  const entities = new Set<number>();
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  for (let n = low; n < mentions.length && mentions[n]!.start < end; n += 1) entities.add(mentions[n]!.entity);
  return entities;
}

const toVersion = ({ entities: _, ...version }: MatchedClaim): ClaimVersion => version;

/** Entities of either article, in the order that they are first named in: of A, then those of B alone. */
function pairEntities(db: ReadDb, { a, b }: BothSides<ReadSide>): PairedEntity[] {
  const ofA = Map.groupBy(a.mentions, ({ entity }) => entity);
  const ofB = Map.groupBy(b.mentions, ({ entity }) => entity);
  const named = listEntitiesById(db, new Set([...ofA.keys(), ...ofB.keys()]));
  const labels = listLabelNames(db);
  return Array.from(named, ([id, { uid, name, label }]) => {
    const mentions = { a: ofA.get(id) ?? [], b: ofB.get(id) ?? [] };
    return {
      ...{ entity: uid, name, label: labels.get(label)! },
      ...{ a: mentions.a.map(toPairedMention), b: mentions.b.map(toPairedMention) },
      onlyForms: { a: listFormsOf(mentions.a, mentions.b), b: listFormsOf(mentions.b, mentions.a) },
    };
  });
}

const toPairedMention = ({ entity: _, ...mention }: Mentioned): PairedMention => mention;
const toForm = ({ quote }: PairedMention) => foldWord(quote).replace(/\s+/gu, ' ').trim();

/** What it is called in the one and not in the other, each as first written; none where the other does not name it. */
function listFormsOf(own: readonly PairedMention[], others: readonly PairedMention[]): string[] {
  if (others.length === 0) return [];
  const known = new Set(others.map(toForm));
  return own.filter((mention) => !known.has(toForm(mention)) && known.add(toForm(mention))).map(({ quote }) => quote);
}

/** What a person has put on one card, and what may be about the same event; in the order of A's text. */
async function joinClaims(db: ReadDb, { a, b }: BothSides<ReadSide>, breathe: Breathe): Promise<ClaimJoin[]> {
  const claims = {
    a: new Map<string, MatchedClaim>(a.claims.map((each) => [each.claim, each])),
    b: new Map<string, MatchedClaim>(b.claims.map((each) => [each.claim, each])),
  };
  const common = listCommonCards(db, [...claims.a.keys()], [...claims.b.keys()]);
  const contradicted = listContradictions(db, [...new Set([...claims.a.keys(), ...claims.b.keys()])]);
  const onCards = [...Map.groupBy(common, (card) => `${card.a} ${card.b}`).values()].map((cards) => ({
    a: claims.a.get(cards[0]!.a)!,
    b: claims.b.get(cards[0]!.b)!,
    cards: cards.map(({ uid, title }) => ({ uid, title })),
  }));
  const listFree = (side: SideName) => {
    const taken = new Set<string>(onCards.map((join) => join[side].claim));
    return [...claims[side].values()].filter(({ claim }) => !taken.has(claim));
  };
  const matches = await offerMatches(listFree('a'), listFree('b'), breathe);
  const offered = matches.map((match) => ({ ...match, cards: [] }));
  return [...onCards, ...offered]
    .map((join): ClaimJoin => {
      const versions = { a: toVersion(join.a), b: toVersion(join.b) };
      const { shared, conflicts } = findConflicts([versions.a, versions.b]);
      const contradicts = contradicted.has(`${versions.a.claim} ${versions.b.claim}`);
      return { ...versions, cards: join.cards, shared, conflicts, contradicts };
    })
    .sort((one, other) => one.a.start - other.a.start || one.b.start - other.b.start);
}
