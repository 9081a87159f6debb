import type { ClaimJoin } from '#shared/domain/article-pair';
import type { ClaimFigure } from '#shared/domain/cluster';
import type { BothSides } from '#shared/domain/comparison';

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The figures of both claims that are looked at first: those that differ, else those that agree; null where both count nothing alike. */
export function findFigures({ a, b, shared, conflicts }: ClaimJoin): BothSides<ClaimFigure> | null {
  const slots = [...conflicts.map(({ slot }) => slot), ...shared].filter(({ kind }) => kind === 'figure');
  for (const { what, unit } of slots) {
    const find = ({ figures }: Pick<ClaimJoin['a'], 'figures'>) =>
      figures.find((figure) => isSame(figure.what, what) && isSame(figure.unit, unit));
    const found = { a: find(a), b: find(b) };
    if (found.a && found.b) return { a: found.a, b: found.b };
  }
  return null;
}

const TICKS = 4;

/** A round number somewhat above all ends of both; null where there is none above 0, or one below. */
export function findAxisEnd({ a, b }: BothSides<ClaimFigure>): number | null {
  const ends = [a.min, a.max, b.min, b.max].filter((end) => end !== null);
  const highest = Math.max(0, ...ends);
  if (highest === 0 || Math.min(...ends) < 0) return null;
  const isOpen = [a, b].some(({ max }) => max === null);
  const wanted = (highest * (isOpen ? 1.6 : 1.1)) / TICKS;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((each) => each >= wanted)!;
  return Math.max(1, step) * TICKS;
}

/** Whole numbers from 0 to the end of an axis. */
export function listTicks(end: number): number[] {
  const ticks = Array.from({ length: TICKS + 1 }, (_, n) => (end / TICKS) * n);
  return ticks.filter((tick) => Number.isInteger(tick));
}
