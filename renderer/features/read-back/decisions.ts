import type { Difference, DifferenceKind, InterchangePlan, TakeChoice } from '#shared/domain/interchange';

export const kinds: readonly DifferenceKind[] = ['new', 'changed', 'deleted'];

export type KindCounts = Record<DifferenceKind, number>;
/** What is decided by kind, and single differences of which the opposite holds, by key. */
export type Decisions = { kinds: Record<DifferenceKind, boolean>; opposite: ReadonlyMap<string, DifferenceKind> };

/** What is missing in files may only have been left out of them: a person says so of each, or of all. */
export const undecided: Decisions = { kinds: { new: true, changed: true, deleted: false }, opposite: new Map() };

/** Differences of annotations and relations together. */
export const countKinds = ({ annotations, relations }: InterchangePlan): KindCounts => ({
  new: annotations.new + relations.new,
  changed: annotations.changed + relations.changed,
  deleted: annotations.deleted + relations.deleted,
});

export const countAll = (counts: KindCounts, shown: readonly DifferenceKind[] = kinds) =>
  shown.reduce((sum, kind) => sum + counts[kind], 0);

export const isTaken = (decisions: Decisions, { key, kind }: Pick<Difference, 'key' | 'kind'>) =>
  decisions.kinds[kind] !== decisions.opposite.has(key);

export function decide(
  decisions: Decisions,
  { key, kind }: Pick<Difference, 'key' | 'kind'>,
  isOn: boolean,
): Decisions {
  const opposite = new Map(decisions.opposite);
  if (decisions.kinds[kind] === isOn) opposite.delete(key);
  else opposite.set(key, kind);
  return { ...decisions, opposite };
}

/** Decides about all of some kinds, whatever was said of single ones. */
export function decideKinds(decisions: Decisions, chosen: readonly DifferenceKind[], isOn: boolean): Decisions {
  return {
    kinds: { ...decisions.kinds, ...Object.fromEntries(chosen.map((kind) => [kind, isOn])) },
    opposite: new Map([...decisions.opposite].filter(([, kind]) => !chosen.includes(kind))),
  };
}

export function countTaken({ kinds: byKind, opposite }: Decisions, counts: KindCounts, shown = kinds): number {
  const others = [...opposite.values()];
  return shown.reduce((sum, kind) => {
    const single = others.filter((each) => each === kind).length;
    return sum + (byKind[kind] ? counts[kind] - single : single);
  }, 0);
}

/**
 * What is asked to be taken; undefined where nothing is. `listKeys` gives the keys of all differences of some kinds: asked only
 * where single ones of such a kind are left.
 */
export async function toTake(
  decisions: Decisions,
  counts: KindCounts,
  listKeys: (kinds: DifferenceKind[]) => Promise<string[]>,
): Promise<TakeChoice | undefined> {
  const { opposite } = decisions;
  const whole = kinds.filter((kind) => decisions.kinds[kind] && counts[kind] > 0);
  if (opposite.size === 0) {
    if (whole.length === kinds.filter((kind) => counts[kind] > 0).length) return 'all';
    return whole.length === 0 ? undefined : { kinds: whole };
  }
  const single = [...opposite].filter(([, kind]) => !decisions.kinds[kind]).map(([key]) => key);
  const rest = whole.length === 0 ? [] : (await listKeys(whole)).filter((key) => !opposite.has(key));
  const keys = [...rest, ...single];
  return keys.length === 0 ? undefined : { keys };
}
