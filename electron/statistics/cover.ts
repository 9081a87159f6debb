/** Units that are aligned with each other, and what that costs; a unit alone costs 1. */
export type Group = { cost: number; units: readonly number[] };

/** Solves a linear programme in CPLEX' LP format, in whole numbers; undefined where it takes too long. */
export type Solver = (programme: string) => number | undefined;

/** Up to so many units all covers are tried, each part of them once: for a few a solver takes longer. */
const MOST_TRIED = 14;

/** The cost of the cheapest way to put each of so many units into one group, or to leave it alone; undefined where it takes too long. */
export function solveCover(groups: readonly Group[], units: number, solver: Solver | null): number | undefined {
  let cost = units;
  for (const part of listParts(groups)) {
    const own = [...new Set(part.flatMap((group) => group.units))];
    const saved = own.length <= MOST_TRIED ? saveByTrying(part, own) : saveByProgramme(part, own, solver);
    if (saved === undefined) return undefined;
    cost -= saved;
  }
  return cost;
}

/** Groups that hang together by their units. */
function listParts(groups: readonly Group[]): Group[][] {
  const parents = new Map<number, number>();
  const find = (unit: number): number => {
    let root = unit;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(unit, root);
    return root;
  };
  for (const { units } of groups) for (const unit of units) parents.set(find(unit), find(units[0]!));
  return [...Map.groupBy(groups, ({ units }) => find(units[0]!)).values()];
}

/** How much less a group costs than its units alone. */
const toSaving = ({ cost, units }: Group) => units.length - cost;

function saveByTrying(groups: readonly Group[], units: readonly number[]): number {
  const masks = groups.map((group) => ({
    mask: group.units.reduce((mask, unit) => mask | (1 << units.indexOf(unit)), 0),
    saving: toSaving(group),
  }));
  const byFirst = units.map((_, n) => masks.filter(({ mask }) => (mask & -mask) === 1 << n));
  const known = new Map<number, number>();
  const all = (1 << units.length) - 1;
  const save = (from: number, taken: number): number => {
    if (from === units.length) return 0;
    const key = (taken & all) * MOST_TRIED * 2 + from;
    let best = known.get(key);
    if (best !== undefined) return best;
    best = save(from + 1, taken);
    for (const { mask, saving } of byFirst[from]!)
      if ((mask & taken) === 0) best = Math.max(best, saving + save(from + 1, taken | mask));
    known.set(key, best);
    return best;
  };
  return save(0, 0);
}

function saveByProgramme(
  groups: readonly Group[],
  units: readonly number[],
  solver: Solver | null,
): number | undefined {
  if (!solver) return undefined;
  const name = (n: number) => `g${n}`;
  const rows = units.map((unit) => {
    const holding = groups.flatMap((group, n) => (group.units.includes(unit) ? [name(n)] : []));
    return ` u${unit}: ${holding.join(' + ')} <= 1`;
  });
  const objective = groups.map((group, n) => `${toSaving(group).toFixed(12)} ${name(n)}`);
  return solver(
    [
      'Maximize',
      ` saved: ${objective.join('\n + ')}`,
      'Subject To',
      ...rows,
      'Binary',
      ` ${groups.map((_, n) => name(n)).join('\n ')}`,
      'End',
    ].join('\n'),
  );
}
