import type { SideName } from '#shared/domain/comparison';
import { isBetweenSides, type EventGroup } from '#shared/domain/claim-comparison';
import type { ReadDb } from '../../corpus/connection.ts';
import { listSaidOfClaims, type CardHead, type SaidOfClaims } from '../../corpus/repositories/compared-claims.ts';
import type { Breathe } from '../job.ts';
import { readFacts, readVersions, sortVersions, type Member } from './claim-versions.ts';
import { areApart, findConflicts } from './find-conflicts.ts';

/** An event card with the claims of either side that count. */
export type Card = CardHead & { members: Member[] };

/** So many claims are read at once. */
const CLAIMS_A_SLICE = 500;

/**
 * Events by whether the sides differ, agree, or one has them alone, each in the order of `cards`. What claims say is read of them all,
 * but not who says it in which words: that is asked only of events that are shown. Errors: cancelled.
 */
export async function groupEvents(
  db: ReadDb,
  cards: readonly Card[],
  breathe: Breathe,
): Promise<Record<EventGroup, Card[]>> {
  const groups: Record<EventGroup, Card[]> = { conflict: [], agreed: [], onlyA: [], onlyB: [] };
  const ofBoth: Card[] = [];
  for (const card of cards) {
    const lone = findLoneSide(card);
    if (lone) groups[lone === 'a' ? 'onlyA' : 'onlyB'].push(card);
    else ofBoth.push(card);
  }
  for (const slice of toSlices(ofBoth)) {
    await breathe();
    const isApart = readApart(db, slice);
    for (const card of slice) groups[isApart(card) ? 'conflict' : 'agreed'].push(card);
  }
  return groups;
}

/** The side that has an event alone; undefined where both have it. */
function findLoneSide({ members }: Card): SideName | undefined {
  const sides = new Set(members.map(({ side }) => side));
  return sides.size === 1 ? members[0]!.side : undefined;
}

export function toSlices(cards: readonly Card[]): Card[][] {
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

/** Whether the sides differ in what can be compared, or a person says so of a claim of either. */
function readApart(db: ReadDb, cards: readonly Card[]): (card: Card) => boolean {
  const members = cards.flatMap((card) => card.members);
  const toFacts = readFacts(db, members);
  const said = readSaid(db, members);
  return (card) => {
    if (said(card).some((each) => isWordBetweenSides(each, card))) return true;
    const apart = areApart(card.members.map(toFacts));
    if (apart !== undefined) return apart;
    const versions = sortVersions(card.members.map(readVersions(db, card.members)));
    return findConflicts(versions).conflicts.some((found) => found.isComparable && isBetweenSides(found));
  };
}

function isWordBetweenSides({ kind, from, to }: SaidOfClaims, { members }: Card): boolean {
  if (kind !== 'contradicts') return false;
  const sides = (claim: number) => members.filter(({ annotation }) => annotation === claim).map(({ side }) => side);
  return sides(from).some((one) => sides(to).some((other) => one !== other));
}

/** What people say of claims that stand on one card, by ids of rows. */
export function readSaid(db: ReadDb, members: readonly Member[]): (card: Card) => SaidOfClaims[] {
  const ids = new Set(members.map(({ annotation }) => annotation));
  const byClaim = Map.groupBy(listSaidOfClaims(db, [...ids]), ({ from }) => from);
  return (card) => {
    const own = new Set(card.members.map(({ annotation }) => annotation));
    return [...own].flatMap((claim) => (byClaim.get(claim) ?? []).filter(({ to }) => own.has(to)));
  };
}
