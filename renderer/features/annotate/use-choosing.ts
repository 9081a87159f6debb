import { useState } from 'react';
import type { Annotation } from '#shared/domain/annotation';

/** Which rows of the list are chosen, by uid, and the one that keys go from, by place. */
export type Choosing = {
  chosen: ReadonlySet<string>;
  active: number;
  /** Goes to a row; `isExtending` chooses all up to it from where choosing began. */
  goTo(row: number, isExtending?: boolean): void;
  toggle(row: number): void;
  choose(annotations: readonly Annotation[]): void;
  clear(): void;
};

type State = { chosen: ReadonlySet<string>; active: number; anchor: number };
const nothing: ReadonlySet<string> = new Set();

/** `rows`: what is listed, in order. What is not there any more is not chosen any more. */
export function useChoosing(rows: readonly Annotation[], startAt: number): Choosing {
  const [state, set] = useState<State>({ chosen: nothing, active: startAt, anchor: startAt });
  const last = Math.max(0, rows.length - 1);
  const active = Math.min(state.active, last);
  return {
    chosen: state.chosen,
    active,
    goTo: (row, isExtending = false) =>
      set((before) => {
        if (!isExtending) return { ...before, active: row, anchor: row };
        const listTo = (end: number) =>
          rows.slice(Math.min(before.anchor, end), Math.max(before.anchor, end) + 1).map(({ uid }) => uid);
        const chosen = new Set(before.chosen);
        for (const uid of listTo(before.active)) chosen.delete(uid); // going back lets go of what going on chose
        for (const uid of listTo(row)) chosen.add(uid);
        return { ...before, active: row, chosen };
      }),
    toggle: (row) =>
      set((before) => {
        const chosen = new Set(before.chosen);
        const { uid } = rows[row]!;
        if (!chosen.delete(uid)) chosen.add(uid);
        return { chosen, active: row, anchor: row };
      }),
    choose: (annotations) => set((before) => ({ ...before, chosen: new Set(annotations.map(({ uid }) => uid)) })),
    clear: () => set((before) => ({ ...before, chosen: nothing })),
  };
}
