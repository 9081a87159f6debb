import {
  isCalledOtherwise,
  listOnlyHere,
  toJoinOutcome,
  type ClaimJoin,
  type ComparedPair,
  type JoinOutcome,
} from '#shared/domain/article-pair';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words, joinName, saidOf, subjectOf } from '#shared/messages/en/compare-articles';

/** What is drawn: all; what differs; what only one of the two has. */
export const pairModes = ['all', 'differences', 'only'] as const;
export type PairMode = (typeof pairModes)[number];

/** An annotation that a mark of the gutter leads to. */
type GutterEnd = { annotation: string; start: number };

/**
 * A mark of the gutter: a line between two places, or half of one at a place that has no counterpart. `name`: as a link is read.
 * `dashed`: nobody has said yet that the two belong together.
 */
export type GutterItem = {
  key: string;
  look: JoinOutcome | 'only';
  dashed: boolean;
  ends: { a: GutterEnd | null; b: GutterEnd | null };
  name: string;
  title: string;
  says: BothSides<string> | null;
};

export const toJoinKey = ({ a, b }: Pick<ClaimJoin, 'a' | 'b'>) => `${a.claim} ${b.claim}`;

/** The marks of a pair, in reading order of A, then of B. `isAside`: of what is offered, that it is not one event. */
export function listGutterItems(
  pair: ComparedPair,
  mode: PairMode,
  isAside: (join: ClaimJoin) => boolean,
): GutterItem[] {
  const joins = pair.joins
    .filter((join) => join.cards.length > 0 || !isAside(join))
    .filter((join) => mode === 'all' || (mode === 'differences' && toJoinOutcome(join) !== 'agreed'))
    .map(toJoinItem);
  const items = [
    ...joins,
    ...(mode === 'differences' ? listOtherNames(pair) : []),
    ...listAlone(pair, mode, 'a'),
    ...listAlone(pair, mode, 'b'),
  ];
  const startOf = ({ ends }: GutterItem) => ends.a?.start ?? ends.b?.start ?? 0;
  return items.sort((one, other) => startOf(one) - startOf(other));
}

function toJoinItem(join: ClaimJoin): GutterItem {
  const toEnd = ({ claim, start }: ClaimJoin['a']): GutterEnd => ({ annotation: claim, start });
  return {
    key: toJoinKey(join),
    look: toJoinOutcome(join),
    dashed: join.cards.length === 0,
    ends: { a: toEnd(join.a), b: toEnd(join.b) },
    name: joinName(join),
    title: subjectOf(join),
    says: saidOf(join),
  };
}

/** Entities that the two call otherwise, where each first names it. */
const listOtherNames = ({ entities }: ComparedPair): GutterItem[] =>
  entities.filter(isCalledOtherwise).map((entity) => ({
    key: entity.entity,
    look: 'conflict',
    dashed: false,
    ends: { a: entity.a[0]!, b: entity.b[0]! },
    name: words.calledName(entity),
    title: words.called,
    says: { a: entity.onlyForms.a[0] ?? entity.a[0]!.quote, b: entity.onlyForms.b[0] ?? entity.b[0]!.quote },
  }));

/** Claims that are joined with none; where only these are shown, entities that the other does not name too. */
function listAlone({ alone, entities }: ComparedPair, mode: PairMode, side: SideName): GutterItem[] {
  const other = side === 'a' ? 'b' : 'a';
  const named = mode === 'only' ? entities.filter((entity) => entity[other].length === 0) : [];
  const places = [
    ...alone[side].map(({ claim, start, quote }) => ({ annotation: claim, start, quote })),
    ...named.map((entity) => entity[side][0]!),
  ];
  return places.map(({ annotation, start, quote }) => ({
    key: `${side} ${annotation}`,
    look: 'only',
    dashed: false,
    ends: { a: null, b: null, [side]: { annotation, start } },
    name: words.onlyName(side, quote),
    title: words.only(side),
    says: null,
  }));
}

/** Annotations that a mode leaves undrawn, by uid. What the comparison does not know yet, as a new tag, is always drawn. */
export function listUndrawn(pair: ComparedPair | undefined, mode: PairMode): ReadonlySet<string> {
  if (!pair || mode === 'all') return noUids;
  const { a, b } = listOnlyHere(pair);
  if (mode === 'only') {
    const all = [
      ...pair.entities.flatMap((entity) => [...entity.a, ...entity.b].map(({ annotation }) => annotation as string)),
      ...pair.joins.flatMap((join) => [join.a.claim as string, join.b.claim]),
    ];
    return new Set(all.filter((uid) => !a.has(uid) && !b.has(uid)));
  }
  const alike = pair.entities.filter(
    (entity) => entity.a.length > 0 && entity.b.length > 0 && !isCalledOtherwise(entity),
  );
  const agreed = pair.joins.filter((join) => toJoinOutcome(join) === 'agreed');
  return new Set<string>([
    ...alike.flatMap((entity) => [...entity.a, ...entity.b].map(({ annotation }) => annotation)),
    ...agreed.flatMap((join) => [join.a.claim, join.b.claim]),
  ]);
}

const noUids: ReadonlySet<string> = new Set();
