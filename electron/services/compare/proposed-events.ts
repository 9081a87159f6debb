import type { Compared } from '#shared/domain/comparison';
import {
  MOST_PROPOSED,
  type ClaimThing,
  type ProposedClaim,
  type ProposedEvent,
} from '#shared/domain/claim-comparison';
import type { ClaimFigure } from '#shared/domain/cluster';
import { AnnotationId, ArticleId, ClusterId } from '#shared/domain/ids';
import { isPartialDate, toDateParts } from '#shared/domain/partial-date';
import { slotWords } from '#shared/messages/en/compare-claims';
import { toSlotKey } from '#shared/text/claim-slots';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import {
  listClaimFacts,
  listClaimHeads,
  mapClaimEnds,
  type ClaimFact,
  type FactName,
} from '../../corpus/repositories/compared-claims.ts';
import { listEntitiesById, mapCards } from '../../corpus/repositories/compared-things.ts';
import { createPacer, type Job } from '../job.ts';
import { mapCardsOfClaims } from './cards-of-claims.ts';
import { toFigures, toKnownDate, toThings } from './claim-versions.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { toDay } from './days.ts';
import { proposeEvents, type Candidate, type Named, type Proposal } from './propose-events.ts';

/** A claim that counts, by ids of rows. `date`: of its article. Unit of `start` and `end`: UTF-16, half-open, of all its words. */
type Met = Pick<Candidate, 'side' | 'claim' | 'rank'> & { article: number; date: number; start: number };
/** Of a claim that counts something and has a day. `entities`: named in its words, by ids of rows. */
type Counting = Met & Pick<Candidate, 'day' | 'figures'> & { end: number; places: ClaimThing[]; entities: number[] };

const CLAIMS_A_SLICE = 2000;
/** More than any article has claims. */
const MOST_IN_ARTICLE = 2 ** 20;
/** Kinds of figures, where and when; how many does not say whether it is one event. */
const ASKED: readonly FactName[] = ['what', 'unit', 'place', 'eventDate'];

/** Claims of the two sides that a person may put on one card; counted nowhere. Errors: those of `compare:proposed-events`. */
export async function listProposedEvents(db: ReadDb, compared: Compared, job: Job): Promise<ProposedEvent[]> {
  const comparison = await openComparison(db, compared, job);
  const breathe = createPacer(job);
  const counting: Counting[] = [];
  const kinds = new Map<string, Named>();
  for (const slice of toSlices(await listClaims(comparison))) {
    await breathe();
    counting.push(...readCounting(db, slice, kinds));
  }
  await findEntities(comparison, counting);
  const cards = await mapCardsOfClaims(comparison);
  const named = new Map<number, Named>();
  const candidates: Candidate[] = [];
  for (const slice of toSlices(counting)) {
    await breathe();
    readNames(db, slice, named);
    for (const claim of slice) candidates.push(toCandidate(claim, named, cards.get(claim.claim) ?? []));
  }
  const proposals = await proposeEvents(candidates, MOST_PROPOSED, breathe);
  await breathe();
  return toProposed(db, proposals);
}

const toSlices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CLAIMS_A_SLICE) }, (_, n) =>
    all.slice(n * CLAIMS_A_SLICE, (n + 1) * CLAIMS_A_SLICE),
  );

async function listClaims(comparison: Comparison): Promise<Met[]> {
  const claimLabel = findClaimLabel(comparison.db);
  const claims: Met[] = [];
  for (const side of ['a', 'b'] as const) {
    const articles = comparison.articles[side];
    let [at, n] = [0, 0];
    await comparison.eachMention(side, ({ annotation, article, label, start }) => {
      if (label !== claimLabel) return;
      for (; articles[at]!.id !== article; at += 1) n = 0; // mentions come in the order of the articles
      const { date, place } = articles[at]!;
      claims.push({ side, claim: annotation, rank: place * MOST_IN_ARTICLE + n, article, date, start });
      n += 1;
    });
  }
  return claims.sort((x, y) => x.claim - y.claim); // what they say is read as it lies in the file
}

/** `kinds`: of figures, as they were met. */
function readCounting(db: ReadDb, claims: readonly Met[], kinds: Map<string, Named>): Counting[] {
  const ids = claims.map(({ claim }) => claim);
  const facts = Map.groupBy(listClaimFacts(db, ids, [], ASKED), ({ claim }) => claim);
  const counting: Counting[] = [];
  for (const met of claims) {
    const own = facts.get(met.claim);
    const figures = toEachOnce(toFigures(own ?? []).map((figure) => toKind(figure, kinds)));
    const day = figures.length === 0 ? undefined : findDay(own!, met.date);
    if (day !== undefined)
      counting.push({ ...met, end: 0, day, figures, places: toThings(own!, 'place'), entities: [] });
  }
  const ends = mapClaimEnds(
    db,
    counting.map(({ claim }) => claim),
  );
  for (const claim of counting) claim.end = ends.get(claim.claim)!;
  return counting;
}

/** There are few, which thousands of claims share. */
function toKind({ what, unit }: ClaimFigure, kinds: Map<string, Named>): Named {
  const written = `${unit}\n${what}`;
  let kind = kinds.get(written);
  if (!kind) {
    const slot = { kind: 'figure', what, unit } as const;
    kinds.set(written, (kind = { key: toSlotKey(slot), name: slotWords(slot) }));
  }
  return kind;
}

const toEachOnce = (all: readonly Named[]): Named[] =>
  all.length < 2 ? [...all] : [...new Map(all.map((each) => [each.key, each])).values()];

/** Gives the claims what is named in their words. */
async function findEntities(comparison: Comparison, counting: readonly Counting[]): Promise<void> {
  const byArticle = Map.groupBy(counting, ({ article }) => article);
  for (const side of ['a', 'b'] as const)
    await comparison.eachMention(side, ({ article, entity, start }) => {
      if (entity === 0) return;
      for (const claim of byArticle.get(article) ?? [])
        if (start >= claim.start && start < claim.end) claim.entities.push(entity);
    });
}

/** Adds the entities of these claims that are not there yet. */
function readNames(db: ReadDb, claims: readonly Counting[], named: Map<number, Named>): void {
  const more = new Set<number>();
  for (const { entities } of claims) for (const entity of entities) if (!named.has(entity)) more.add(entity);
  for (const [id, { uid, name }] of listEntitiesById(db, more)) named.set(id, { key: uid, name });
}

function toCandidate(
  { side, claim, rank, day, figures, places, entities }: Counting,
  named: ReadonlyMap<number, Named>,
  cards: readonly number[],
): Candidate {
  const things = entities.map((entity) => named.get(entity)!);
  return { side, claim, rank, day, cards, figures, things: toEachOnce([...places, ...things]) };
}

function findDay(facts: readonly ClaimFact[], articleDate: number): number | undefined {
  const told = facts.find(({ fact }) => fact === 'eventDate')?.text;
  if (!told || !isPartialDate(told)) return toDay(articleDate);
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
