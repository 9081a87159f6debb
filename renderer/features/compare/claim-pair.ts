import {
  isBetweenSides,
  type ClaimConflict,
  type ComparedEvent,
  type ConflictEnd,
} from '#shared/domain/claim-comparison';
import type { ClaimVersion } from '#shared/domain/claim-comparison';

/** Which versions are looked at, by claim and side; one alone where there is no other. */
export type VersionPair = { one: VersionKey; other: VersionKey | null };
type VersionKey = Pick<ConflictEnd, 'side' | 'claim'>;

/** Two versions of an event that are looked at, and what they put to a person. */
export type LookedPair = { one: ClaimVersion; other: ClaimVersion | null; conflicts: ClaimConflict[] };

/** The versions that were chosen; else the first conflict's, one of each side, or the first. */
export function findPair(event: ComparedEvent, chosen: VersionPair | null): LookedPair | undefined {
  const { versions, conflicts } = event;
  const find = (key: VersionKey | null | undefined) =>
    key ? versions.find(({ side, claim }) => side === key.side && claim === key.claim) : undefined;
  const first = conflicts.find((each) => each.isComparable && isBetweenSides(each)) ?? conflicts[0];
  const one = find(chosen?.one) ?? find(first?.one) ?? versions.find(({ side }) => side === 'a') ?? versions[0];
  if (!one) return undefined;
  const isChosen = find(chosen?.one) !== undefined;
  const counterpart = versions.find(({ side }) => side !== one.side);
  const other = (isChosen ? find(chosen?.other) : find(first?.other)) ?? counterpart;
  return { one, other: other ?? null, conflicts: other ? conflicts.filter((each) => isOf(each, one, other)) : [] };
}

const isOf = ({ one, other }: ClaimConflict, x: ClaimVersion, y: ClaimVersion) =>
  (isSame(one, x) && isSame(other, y)) || (isSame(one, y) && isSame(other, x));

const isSame = (end: VersionKey, version: VersionKey) => end.side === version.side && end.claim === version.claim;
