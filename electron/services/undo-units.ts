import { statement, type ReadDb } from '../corpus/connection.ts';
import { Footprint, listStandingAfter } from '../corpus/journal/dependents.ts';
import { findRedoOf, getStep, isStandingWork, listBroughtBack, listTaken } from '../corpus/journal/steps.ts';

/**
 * What is taken back as one: works, and the step whose rows made them stand, which are the rows to turn back.
 *
 * That step is the work itself or, where it was undone and done again, the redo. A redo that brought several back is
 * taken back whole, unless some of them are to stay: then each by its own rows.
 */
export type Unit = { rowsOf: number; works: number[] };

/** The unit that a work stands by; `keeps` are works that have to stay. */
export function findUnit(db: ReadDb, work: number, keeps: ReadonlySet<number>): Unit {
  const redo = findRedoOf(db, work);
  if (redo === undefined) return { rowsOf: work, works: [work] };
  const works = listBroughtBack(db, redo).map(({ id }) => id);
  const isWhole = works.every((each) => !keeps.has(each) && isStandingWork(db, each) && findRedoOf(db, each) === redo);
  return isWhole ? { rowsOf: redo, works } : { rowsOf: work, works: [work] };
}

/** Units by works, each once. */
export function toUnits(db: ReadDb, works: readonly number[], keeps: ReadonlySet<number>): Unit[] {
  const covered = new Set<number>();
  const units: Unit[] = [];
  for (const work of works) {
    if (covered.has(work)) continue;
    const unit = findUnit(db, work, keeps);
    units.push(unit);
    for (const each of unit.works) covered.add(each);
  }
  return units;
}

/**
 * The units and all that stands on them, in the order in which they are turned back: one pass over what was done since.
 *
 * `keeps` are works that have to stay; `tick` is called for each later step that is looked at.
 */
export function collectDependents(
  db: ReadDb,
  first: readonly Unit[],
  { keeps = new Set<number>(), tick = () => {} }: { keeps?: ReadonlySet<number>; tick?: (done: number) => void } = {},
): Unit[] {
  const units = new Map(first.map((unit) => [unit.rowsOf, unit]));
  const taken = new Set(first.flatMap(({ works }) => works));
  const oldest = Math.min(...units.keys());
  const later = listStandingAfter(db, oldest).filter((id) => !units.has(id));
  if (later.length === 0) return inOrder(units);
  const footprint = new Footprint(db);
  const order = new Set([...units.keys(), ...later].sort((x, y) => x - y));
  let done = 0;
  for (const id of order) {
    tick((done += 1));
    if (!units.has(id)) {
      const works = listStandingWorksOf(db, id).filter((work) => !taken.has(work));
      if (works.length === 0 || !standsOn(db, id, units, footprint)) continue;
      for (const unit of toUnits(db, works, keeps)) {
        units.set(unit.rowsOf, unit);
        for (const work of unit.works) taken.add(work);
      }
    }
    if (units.has(id)) footprint.add(id);
  }
  return inOrder(units);
}

const inOrder = (units: ReadonlyMap<number, Unit>) => [...units.values()].sort((a, b) => b.rowsOf - a.rowsOf);

/** The works that a later step made stand, as far as they still do: itself, or what it brought back. */
function listStandingWorksOf(db: ReadDb, later: number): number[] {
  const works = getStep(db, later).act === 'redo' ? listBroughtBack(db, later).map(({ id }) => id) : [later];
  return works.filter((work) => isStandingWork(db, work));
}

/**
 * Whether a later step stands on what is taken back before it; `footprint` is that of all units before it.
 *
 * What a redo only put back as it had been, undone and done again since a unit, is no news to that unit.
 */
function standsOn(db: ReadDb, later: number, units: ReadonlyMap<number, Unit>, footprint: Footprint): boolean {
  if (getStep(db, later).act !== 'redo') return footprint.isUnder(later);
  const undone = Math.min(...listTaken(db, later).map(({ id }) => id));
  const since = new Footprint(db);
  for (const rowsOf of units.keys()) if (undone < rowsOf && rowsOf < later) since.add(rowsOf);
  return since.isUnder(later);
}

/** The batch that a step wrote into. */
export const findBatch = (db: ReadDb, stepId: number): number | undefined =>
  statement<[number], { id: number }>(db, 'SELECT id FROM batch WHERE step_id = ?').get(stepId)?.id;
