import { useState } from 'react';

/** Which rows of a list are chosen, and the one that keys go from; all by their places. */
export type Chosen = {
  rows: ReadonlySet<number>;
  active: number;
  /** Goes to a row; `isExtending` chooses all up to it from where choosing began. */
  goTo(row: number, isExtending?: boolean): void;
  toggle(row: number): void;
  choose(count: number): void;
  clear(): void;
};

const range = (a: number, b: number) => Array.from({ length: Math.abs(a - b) + 1 }, (_, n) => Math.min(a, b) + n);

/** Begins anew where `list`, which names the list, is another. */
export function useChosen(list: string): Chosen {
  const start = { list, rows: new Set<number>() as ReadonlySet<number>, active: 0, anchor: 0 };
  const [kept, set] = useState(start);
  const state = kept.list === list ? kept : start;
  return {
    rows: state.rows,
    active: state.active,
    goTo(row, isExtending = false) {
      if (!isExtending) set({ ...state, active: row, anchor: row });
      else set({ ...state, active: row, rows: new Set([...state.rows, ...range(state.anchor, row)]) });
    },
    toggle(row) {
      const rows = new Set(state.rows);
      if (!rows.delete(row)) rows.add(row);
      set({ ...state, rows, active: row, anchor: row });
    },
    choose: (count) => set({ ...state, rows: new Set(Array.from({ length: count }, (_, n) => n)) }),
    clear: () => set({ ...state, rows: new Set() }),
  };
}
