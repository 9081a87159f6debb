import type { Compared, SideName } from '#shared/domain/comparison';
import {
  MOST_PROPOSED,
  type ClaimThing,
  type ProposedClaim,
  type ProposedEvent,
} from '#shared/domain/claim-comparison';
import { AnnotationId, ArticleId, ClusterId } from '#shared/domain/ids';
import { isPartialDate, toDateParts } from '#shared/domain/partial-date';
import { slotWords } from '#shared/messages/en/compare-claims';
import { toSlotKey } from '#shared/text/claim-slots';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { listClaimFacts, listClaimHeads, type ClaimFact } from '../../corpus/repositories/compared-claims.ts';
import { listEntitiesById, mapCards, mapCardsOfClaims } from '../../corpus/repositories/compared-things.ts';
import { pause, type Job } from '../job.ts';
import { toFigures, toKnownDate, toThings } from './claim-versions.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { toDay } from './days.ts';
import { proposeEvents, type Candidate, type Proposal } from './propose-events.ts';

/** A claim that counts, by ids of rows. `date`: of its article. */
type Met = { side: SideName; claim: number; article: number; date: number };
/** Of a claim that counts something and has a day. */
type Counting = Omit<Met, 'date'> & Pick<Candidate, 'day' | 'figures'> & { places: ClaimThing[] };
/** Where entities are named in an article, in reading order. */
type Named = { start: number; entity: number };

const CLAIMS_A_SLICE = 2000;

/** Claims of the two sides that a person may put on one card; counted nowhere. Errors: those of `compare:proposed-events`. */
export async function listProposedEvents(db: ReadDb, compared: Compared, job: Job): Promise<ProposedEvent[]> {
  const comparison = await openComparison(db, compared, job);
  const counting: Counting[] = [];
  for (const slice of toSlices(await listClaims(comparison))) {
    await pause(job);
    counting.push(...readCounting(db, slice));
  }
  const named = await listNamed(comparison, new Set(counting.map(({ article }) => article)));
  const cards = mapCardsOfClaims(db);
  const candidates: Candidate[] = [];
  for (const slice of toSlices(counting)) {
    await pause(job);
    candidates.push(...toCandidates(db, slice, { named, cards }));
  }
  await pause(job);
  return toProposed(db, proposeEvents(candidates, MOST_PROPOSED));
}

const toSlices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CLAIMS_A_SLICE) }, (_, n) =>
    all.slice(n * CLAIMS_A_SLICE, (n + 1) * CLAIMS_A_SLICE),
  );

async function listClaims(comparison: Comparison): Promise<Met[]> {
  const claimLabel = findClaimLabel(comparison.db);
  const claims: Met[] = [];
  for (const side of ['a', 'b'] as const) {
    const dates = new Map(comparison.articles[side].map(({ id, date }) => [id, date]));
    await comparison.eachMention(side, ({ annotation, article, label }) => {
      if (label === claimLabel) claims.push({ side, claim: annotation, article, date: dates.get(article)! });
    });
  }
  return claims;
}

/** Entities that are named in these articles. */
async function listNamed(comparison: Comparison, articles: ReadonlySet<number>): Promise<Map<number, Named[]>> {
  const named = new Map<number, Named[]>();
  for (const side of ['a', 'b'] as const)
    await comparison.eachMention(side, ({ article, entity, start }) => {
      if (entity === 0 || !articles.has(article)) return;
      const known = named.get(article);
      if (known) known.push({ start, entity });
      else named.set(article, [{ start, entity }]);
    });
  return named;
}

function readCounting(db: ReadDb, claims: readonly Met[]): Counting[] {
  const ids = claims.map(({ claim }) => claim);
  const facts = Map.groupBy(listClaimFacts(db, ids, []), ({ claim }) => claim);
  return claims.flatMap(({ date, ...met }) => {
    const own = facts.get(met.claim) ?? [];
    const slots = toFigures(own).map(({ what, unit }) => ({ kind: 'figure', what, unit }) as const);
    const day = findDay(own, date);
    if (slots.length === 0 || day === undefined) return [];
    const figures = new Map(slots.map((slot) => [toSlotKey(slot), slotWords(slot)]));
    return [{ ...met, day, figures, places: toThings(own, 'place') }];
  });
}

type Known = { named: ReadonlyMap<number, Named[]>; cards: ReadonlyMap<number, readonly number[]> };

function toCandidates(db: ReadDb, claims: readonly Counting[], { named, cards }: Known): Candidate[] {
  const ids = claims.map(({ claim }) => claim);
  const heads = listClaimHeads(db, ids);
  const within = claims.map(({ claim, article }) => {
    const { start, end } = heads.get(claim)!;
    return (named.get(article) ?? []).filter((each) => each.start >= start && each.start < end);
  });
  const entities = listEntitiesById(db, new Set(within.flatMap((each) => each.map(({ entity }) => entity))));
  return claims.map(({ side, claim, day, figures, places }, n) => ({
    ...{ side, claim, day, figures, cards: cards.get(claim) ?? [] },
    things: new Map([
      ...places.map(({ key, name }) => [key, name] as const),
      ...within[n]!.map(({ entity }) => [entities.get(entity)!.uid, entities.get(entity)!.name] as const),
    ]),
  }));
}

function findDay(facts: readonly ClaimFact[], articleDate: number): number | undefined {
  const told = facts.find(({ fact }) => fact === 'eventDate')?.text ?? '';
  if (!isPartialDate(told)) return toDay(articleDate);
  const { year, month, day } = toDateParts(told);
  return toDay(year * 10_000 + (month ?? 0) * 100 + (day ?? 0)) ?? toDay(articleDate);
}

function toProposed(db: ReadDb, proposals: readonly Proposal[]): ProposedEvent[] {
  const claims = [...new Set(proposals.flatMap(({ a, b }) => [a.claim, b.claim]))];
  const heads = listClaimHeads(db, claims);
  const cards = mapCards(db, new Set(proposals.flatMap(({ card }) => card ?? [])));
  const toClaim = ({ side, claim }: Candidate): ProposedClaim => {
    const { uid, article, outlet, start, quote, ...date } = heads.get(claim)!;
    return {
      ...{ side, outlet, start, quote, date: toKnownDate(date) },
      claim: AnnotationId.parse(uid),
      article: ArticleId.parse(article),
    };
  };
  return proposals.map(({ a, b, card, shares, days }) => {
    const found = card === null ? undefined : cards.get(card)!;
    return {
      card: found ? { uid: ClusterId.parse(found.uid), title: found.name } : null,
      claims: [toClaim(a), toClaim(b)],
      shares,
      days,
    };
  });
}
