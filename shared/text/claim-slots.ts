import type { ClaimConflict, ClaimSlot, ClaimVersion, ComparedEvent } from '../domain/claim-comparison.ts';
import { isBetweenSides } from '../domain/claim-comparison.ts';
import type { ClaimFigure } from '../domain/cluster.ts';
import type { BothSides } from '../domain/comparison.ts';
import { foldWord } from './fold.ts';

const fold = (words: string) => foldWord(words).replace(/\s+/gu, ' ').trim();

/** Figures are of one kind where what they count and its unit are the same but for case, marks and white space. */
export const toSlotKey = ({ kind, what, unit }: ClaimSlot): string => JSON.stringify([kind, fold(what), fold(unit)]);

/** `figure`: in a slot of figures. */
export type Saying = { version: ClaimVersion; figure: ClaimFigure | null };
/** `apart`: it differs between the sides; `same`: both say it and nothing differs; `none`: one side alone says it. */
type SlotSign = 'apart' | 'incomparable' | 'same' | 'none';
export type EventSlot = { slot: ClaimSlot; said: BothSides<Saying[]>; sign: SlotSign; conflicts: ClaimConflict[] };

/** What the versions of an event say something of, in the order that it is first met in, and what each side says. */
export function listEventSlots({ versions, conflicts }: Pick<ComparedEvent, 'versions' | 'conflicts'>): EventSlot[] {
  const sayings = versions.flatMap((version) => listSlotsOf(version).map((said) => ({ ...said, version })));
  const byKey = Map.groupBy(sayings, ({ slot }) => toSlotKey(slot));
  return [...byKey].map(([key, said]) => {
    const own = conflicts.filter(({ slot }) => toSlotKey(slot) === key);
    const ofSide = (side: 'a' | 'b') =>
      said.filter(({ version }) => version.side === side).map(({ version, figure }) => ({ version, figure }));
    const both = { a: ofSide('a'), b: ofSide('b') };
    return { slot: said[0]!.slot, said: both, sign: toSign(both, own), conflicts: own };
  });
}

function toSign({ a, b }: EventSlot['said'], conflicts: readonly ClaimConflict[]): SlotSign {
  const between = conflicts.filter(isBetweenSides);
  if (between.some(({ isComparable }) => isComparable)) return 'apart';
  if (between.length > 0) return 'incomparable';
  return a.length > 0 && b.length > 0 ? 'same' : 'none';
}

function listSlotsOf({ figures, perpetrators, place, eventDate }: ClaimVersion) {
  const plain = (kind: ClaimSlot['kind']) => ({ slot: { kind, what: '', unit: '' }, figure: null });
  return [
    ...figures
      .filter(({ min, max }) => min !== null || max !== null)
      .map((figure) => ({ slot: { kind: 'figure' as const, what: figure.what, unit: figure.unit }, figure })),
    ...(perpetrators.length > 0 ? [plain('perpetrator')] : []),
    ...(place ? [plain('place')] : []),
    ...(eventDate === null ? [] : [plain('date')]),
  ];
}
