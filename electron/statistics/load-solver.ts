import type { Solver } from './cover.ts';

/** Unit: s. For one programme; what takes longer is not solved. */
const LONGEST = 60;

/** HiGHS, which takes a fifth of a second to load: only where three or more coders' units hang together. */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs();
  return (programme) => {
    const { Status: status, ObjectiveValue: value } = highs.solve(programme, { time_limit: LONGEST, mip_rel_gap: 0 });
    return status === 'Optimal' ? value : undefined;
  };
}
