import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import {
  EventGroup,
  isBetweenSides,
  MOST_EVENTS,
  type ClaimComparison,
  type ClaimConflict,
  type ClaimCounts,
  type ClaimRelation,
  type ClaimVersion,
  type ComparedEvent,
} from '#shared/domain/claim-comparison';
import { ClusterId, RelationId } from '#shared/domain/ids';
import { conflictQuestion, speakerWords } from '#shared/messages/en/compare-claims';
import { shortQuote } from '#shared/messages/en/ui';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  listCardHeads,
  listSaidOfClaims,
  listWordKinds,
  type CardHead,
  type SaidOfClaims,
} from '../../corpus/repositories/compared-claims.ts';
import { mapCardsOfClaims, mapUids } from '../../corpus/repositories/compared-things.ts';
import { createPacer, type Job } from '../job.ts';
import { eachAttributedClaim, type AttributedClaim } from './attributions.ts';
import { byArticle, readVersions, toKnownDate, type Member } from './claim-versions.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { findConflicts } from './find-conflicts.ts';
import { compareText } from './word-tally.ts';

/** An event card with the claims of either side that count. */
type Card = CardHead & { members: Member[] };
type Counts = Omit<ClaimCounts, 'share'>;

/** So many claims are read at once. */
const CLAIMS_A_SLICE = 2000;

/** Events with the versions of either side, and where these differ. Errors: those of `compare:claims`. */
export async function compareClaims(db: ReadDb, compared: Compared, job: Job): Promise<ClaimComparison> {
  const comparison = await openComparison(db, compared, job);
  const { counts, members } = await gatherMembers(comparison);
  const cards = listCardHeads(db, [...members.keys()]).map((head) => ({ ...head, members: members.get(head.id)! }));
  const byGroup = await groupEvents(db, cards.sort(newestFirst), job);
  return {
    events: EventGroup.options.flatMap((group) => byGroup[group].slice(0, MOST_EVENTS)),
    totals: {
      conflict: byGroup.conflict.length,
      agreed: byGroup.agreed.length,
      onlyA: cards.filter((card) => findLoneSide(card) === 'a').length,
      onlyB: cards.filter((card) => findLoneSide(card) === 'b').length,
    },
    claims: { a: withShare(counts.a), b: withShare(counts.b) },
    wordKinds: listWordKinds(db),
  };
}

/** What counts of the claims on either side, and by card those that stand on one. */
async function gatherMembers(
  comparison: Comparison,
): Promise<{ counts: BothSides<Counts>; members: Map<number, Member[]> }> {
  const noCounts = (): Counts => ({ claims: 0, onCards: 0, unattributed: 0, outlet: 0 });
  const counts = { a: noCounts(), b: noCounts() };
  const members = new Map<number, Member[]>();
  const cardsOfClaims = mapCardsOfClaims(comparison.db);
  for (const side of ['a', 'b'] as const)
    await eachAttributedClaim(comparison, side, (claim) => {
      const cards = cardsOfClaims.get(claim.annotation) ?? [];
      count(counts[side], claim, cards.length > 0);
      for (const card of cards) {
        const known = members.get(card) ?? [];
        known.push({ side, annotation: claim.annotation, attributions: claim.attributions });
        members.set(card, known);
      }
    });
  return { counts, members };
}

function count(counts: Counts, { attributions }: AttributedClaim, isOnCard: boolean): void {
  counts.claims += 1;
  if (isOnCard) counts.onCards += 1;
  if (attributions.length === 0) counts.unattributed += 1;
  else if (attributions[0]!.kind === 'outlet') counts.outlet += 1;
}

const withShare = (counts: Counts): ClaimCounts => ({
  ...counts,
  share: counts.claims === 0 ? null : (counts.unattributed + counts.outlet) / counts.claims,
});

const toDateText = (card: CardHead) => toKnownDate(card) ?? '';
/** The newest event first, those without a date last. */
const newestFirst = (x: CardHead, y: CardHead) =>
  compareText(toDateText(y), toDateText(x)) || compareText(x.title, y.title) || compareText(x.uid, y.uid);

/** The side that has an event alone; undefined where both have it. */
function findLoneSide({ members }: Card): SideName | undefined {
  const sides = new Set(members.map(({ side }) => side));
  return sides.size === 1 ? members[0]!.side : undefined;
}

/** Events that one side has alone are read as far as they are given; all others have to be, to know where they belong. */
async function groupEvents(db: ReadDb, cards: readonly Card[], job: Job): Promise<Record<EventGroup, ComparedEvent[]>> {
  const events: Record<EventGroup, ComparedEvent[]> = { conflict: [], agreed: [], onlyA: [], onlyB: [] };
  const ofSide = (side: SideName | undefined) => cards.filter((card) => findLoneSide(card) === side);
  const read = [...ofSide(undefined), ...ofSide('a').slice(0, MOST_EVENTS), ...ofSide('b').slice(0, MOST_EVENTS)];
  const pace = createPacer(job);
  for (const slice of toSlices(read)) {
    await pace();
    const members = slice.flatMap((card) => card.members);
    const toVersion = readVersions(db, members);
    const said = readSaid(db, members);
    for (const card of slice) {
      await pace();
      const versions = card.members.map(toVersion).sort(byArticle);
      const event = toEvent(card, versions, said(card));
      events[event.group].push(event);
    }
  }
  return events;
}

function toSlices(cards: readonly Card[]): Card[][] {
  const slices: Card[][] = [[]];
  let claims = 0;
  for (const card of cards) {
    if (claims > CLAIMS_A_SLICE) {
      slices.push([]);
      claims = 0;
    }
    slices.at(-1)!.push(card);
    claims += card.members.length;
  }
  return slices;
}

/** What people say of claims that stand on one card. */
function readSaid(db: ReadDb, members: readonly Member[]): (card: Card) => ClaimRelation[] {
  const ids = new Set(members.map(({ annotation }) => annotation));
  const byClaim = Map.groupBy(listSaidOfClaims(db, [...ids]), ({ from }) => from);
  const ends = [...byClaim.values()].flatMap((said) => said.flatMap(({ from, to }) => [from, to]));
  const uids = mapUids(db, 'annotation', new Set(ends));
  const toRelation = ({ from, to, ...said }: SaidOfClaims) =>
    ({ ...said, uid: RelationId.parse(said.uid), from: uids.get(from), to: uids.get(to) }) as ClaimRelation;
  return (card) => {
    const own = new Set(card.members.map(({ annotation }) => annotation));
    return [...own].flatMap((claim) => (byClaim.get(claim) ?? []).filter(({ to }) => own.has(to)).map(toRelation));
  };
}

function toEvent(card: Card, versions: ClaimVersion[], relations: ClaimRelation[]): ComparedEvent {
  const { uid, title, place, note } = card;
  const found = findConflicts(versions);
  const words = relations.flatMap((relation) => toWord(relation, versions));
  const conflicts = [...found.conflicts, ...words];
  const lone = findLoneSide(card);
  const isApart = conflicts.some((conflict) => conflict.isComparable && isBetweenSides(conflict));
  return {
    ...{ uid: ClusterId.parse(uid), title, date: toKnownDate(card), place, note },
    group: lone === 'a' ? 'onlyA' : lone === 'b' ? 'onlyB' : isApart ? 'conflict' : 'agreed',
    versions,
    shared: found.shared,
    conflicts,
    conflictCount: found.count + words.length,
    relations,
  };
}

/** A person's word that two versions contradict each other. */
function toWord({ kind, from, to }: ClaimRelation, versions: readonly ClaimVersion[]): ClaimConflict[] {
  if (kind !== 'contradicts') return [];
  const toEnd = ({ side, claim, quote, speakers: [nearest] }: ClaimVersion) => ({
    by: nearest ? speakerWords(nearest) : '',
    side,
    claim,
    says: `“${shortQuote(quote)}”`,
    ofWhom: '',
  });
  const ofClaim = (uid: string) => versions.filter(({ claim }) => claim === uid).map(toEnd);
  const [first] = ofClaim(from)
    .flatMap((one) => ofClaim(to).map((other) => [one, other] as const))
    .toSorted(betweenFirst);
  if (!first) return [];
  const [one, other] = first[0].side <= first[1].side ? first : [first[1], first[0]];
  const ends = { slot: { kind: 'word', what: '', unit: '' }, one, other, isComparable: true } as const;
  return [{ ...ends, gap: null, question: conflictQuestion(ends), hint: '' }];
}

type Pair = readonly [{ side: SideName }, { side: SideName }];
const betweenFirst = ([a, b]: Pair, [c, d]: Pair) => Number(a.side === b.side) - Number(c.side === d.side);
