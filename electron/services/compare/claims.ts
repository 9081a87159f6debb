import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import {
  EventGroup,
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
  listWordKinds,
  type CardHead,
  type SaidOfClaims,
} from '../../corpus/repositories/compared-claims.ts';
import { mapUids } from '../../corpus/repositories/compared-things.ts';
import { createPacer, type Breathe, type Job } from '../job.ts';
import { eachAttributedClaim, type AttributedClaim } from './attributions.ts';
import { mapCardsOfClaims } from './cards-of-claims.ts';
import { readVersions, sortVersions, toKnownDate, type Member } from './claim-versions.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { findConflicts } from './find-conflicts.ts';
import { groupEvents, readSaid, toSlices, type Card } from './group-events.ts';
import { compareText } from './word-tally.ts';

type Counts = Omit<ClaimCounts, 'share'>;

/** Events with the versions of either side, and where these differ. Errors: those of `compare:claims`. */
export async function compareClaims(db: ReadDb, compared: Compared, job: Job): Promise<ClaimComparison> {
  const comparison = await openComparison(db, compared, job);
  const { counts, members } = await gatherMembers(comparison);
  const cards = listCardHeads(db, [...members.keys()]).map((head) => ({ ...head, members: members.get(head.id)! }));
  const breathe = createPacer(job);
  const groups = await groupEvents(db, cards.sort(newestFirst), breathe);
  const events: ComparedEvent[] = [];
  for (const group of EventGroup.options)
    events.push(...(await readEvents(db, group, groups[group].slice(0, MOST_EVENTS), breathe)));
  return {
    events,
    totals: {
      conflict: groups.conflict.length,
      agreed: groups.agreed.length,
      onlyA: groups.onlyA.length,
      onlyB: groups.onlyB.length,
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
  const cardsOfClaims = await mapCardsOfClaims(comparison);
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

/** Events with all that is shown of them. */
async function readEvents(
  db: ReadDb,
  group: EventGroup,
  cards: readonly Card[],
  breathe: Breathe,
): Promise<ComparedEvent[]> {
  const events: ComparedEvent[] = [];
  for (const slice of toSlices(cards)) {
    await breathe();
    const members = slice.flatMap((card) => card.members);
    const toVersion = readVersions(db, members);
    await breathe();
    const toRelations = readRelations(db, slice);
    for (const card of slice) {
      await breathe();
      events.push(toEvent(card, group, sortVersions(card.members.map(toVersion)), toRelations(card)));
    }
  }
  return events;
}

/** What people say of claims that stand on one card. */
function readRelations(db: ReadDb, cards: readonly Card[]): (card: Card) => ClaimRelation[] {
  const said = readSaid(
    db,
    cards.flatMap((card) => card.members),
  );
  const ends = cards.flatMap((card) => said(card).flatMap(({ from, to }) => [from, to]));
  const uids = mapUids(db, 'annotation', new Set(ends));
  const toRelation = ({ from, to, ...word }: SaidOfClaims) =>
    ({ ...word, uid: RelationId.parse(word.uid), from: uids.get(from), to: uids.get(to) }) as ClaimRelation;
  return (card) => said(card).map(toRelation);
}

function toEvent(card: Card, group: EventGroup, versions: ClaimVersion[], relations: ClaimRelation[]): ComparedEvent {
  const { uid, title, place, note } = card;
  const found = findConflicts(versions);
  const words = relations.flatMap((relation) => toWord(relation, versions));
  return {
    ...{ uid: ClusterId.parse(uid), title, date: toKnownDate(card), place, note },
    group,
    versions,
    shared: found.shared,
    conflicts: [...found.conflicts, ...words],
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
