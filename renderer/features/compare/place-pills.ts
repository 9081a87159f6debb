/** A pill's middle as it would stand, and its height. Unit: pixels. */
export type Pill = { middle: number; height: number };

/** Kept free between two pills, the line around each included. */
const GAP = 8;

/**
 * Middles of pills so that none lies upon another: each as near as may be to where it would stand, in the order of these places;
 * the same for the same pills in any order.
 */
export function placePills(pills: readonly Pill[]): number[] {
  const order = pills.map((_, n) => n).sort((one, other) => pills[one]!.middle - pills[other]!.middle || one - other);
  /** Runs of pills that touch: where the first begins, and which they are. */
  const runs: { top: number; height: number; members: number[] }[] = [];
  for (const n of order) {
    const { middle, height } = pills[n]!;
    let run = { top: middle - height / 2, height, members: [n] };
    for (let above = runs.at(-1); above && above.top + above.height + GAP > run.top; above = runs.at(-1)) {
      runs.pop();
      run = join(above, run);
    }
    runs.push(run);
  }
  const placed = new Array<number>(pills.length);
  for (const { top, members } of runs) {
    let at = top;
    for (const n of members) {
      placed[n] = at + pills[n]!.height / 2;
      at += pills[n]!.height + GAP;
    }
  }
  return placed;
}

type Run = { top: number; height: number; members: number[] };

/** Two runs as one, in the middle of where both would be, by their numbers of pills. */
function join(above: Run, below: Run): Run {
  const height = above.height + GAP + below.height;
  const [m, n] = [above.members.length, below.members.length];
  const wanted = (above.top * m + (below.top - above.height - GAP) * n) / (m + n);
  return { top: wanted, height, members: [...above.members, ...below.members] };
}
