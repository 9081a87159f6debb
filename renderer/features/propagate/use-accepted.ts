import { useState } from 'react';

/** Which rows of a list are accepted, all at first, and the one that keys go from; by their places. */
export type Accepted = {
  active: number;
  count: number;
  isAccepted(row: number): boolean;
  goTo(row: number): void;
  set(rows: readonly number[], isAccepted: boolean): void;
};

type State = { list: readonly unknown[]; skipped: ReadonlySet<number>; active: number };

/** Begins anew where the list is another. */
export function useAccepted(list: readonly unknown[]): Accepted {
  const [kept, keep] = useState<State>({ list, skipped: new Set(), active: 0 });
  const toState = (before: State): State => (before.list === list ? before : { list, skipped: new Set(), active: 0 });
  const { skipped, active } = toState(kept);
  const change = (by: (state: State) => Partial<State>) =>
    keep((before) => {
      const state = toState(before);
      return { ...state, ...by(state) };
    });
  return {
    active,
    count: list.length - skipped.size,
    isAccepted: (row) => !skipped.has(row),
    goTo: (row) => change(() => ({ active: row })),
    set: (rows, isAccepted) =>
      change((state) => {
        const changed = new Set(state.skipped);
        for (const row of rows) {
          if (isAccepted) changed.delete(row);
          else changed.add(row);
        }
        return { skipped: changed };
      }),
  };
}
