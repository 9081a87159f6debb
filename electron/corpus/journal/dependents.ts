import { ACTS_THAT_STAY } from '#shared/domain/journal';
import { statement, type ReadDb } from '../connection.ts';
import { isOwn } from './taken-strands.ts';

/** Steps of the file's own line after one, in order, that are a redo or work that stands; what else was done is no news. */
export const listStandingAfter = (db: ReadDb, stepId: number): number[] =>
  statement<[number, string], number>(
    db,
    `SELECT id FROM step WHERE id > ? AND (act = 'redo' OR (taken_back = 0 AND act NOT IN (SELECT value FROM json_each(?))))
       AND ${isOwn('step')}
     ORDER BY id`,
  )
    .pluck()
    .all(stepId, JSON.stringify(ACTS_THAT_STAY));

/**
 * What a row of a step did, as far as others can stand on it; the payload of an insert says nothing more. Codebook versions are
 * left out: they go and come by what names them, and nobody's work stands on one.
 */
type Trace = { op: 'insert' | 'update' | 'delete'; target: string; payload: string | null };

const traces = (db: ReadDb, stepId: number, withInserts: boolean): Trace[] =>
  statement<[number, number], Trace>(
    db,
    `SELECT op, target, CASE WHEN ? OR op <> 'insert' THEN payload END AS payload
     FROM journal WHERE step_id = ? AND kind NOT IN ('step', 'codebook_version')`,
  ).all(Number(withInserts), stepId);

/** Uids, wherever they stand in a payload. */
const names = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const listNames = (payload: string | null): string[] => payload?.match(names) ?? [];

const listFields = (payload: string | null): string[] | null =>
  payload === null ? null : Object.keys((JSON.parse(payload) as { after: object | null }).after ?? {});

/**
 * What a number of steps did: rows that they put in, and fields that they changed; whether another step stands on that.
 *
 * A later step stands on a row if it changed a same field of it, took it away or put it back, or names a row that was put in;
 * and if it took away what a row named before, and has to name again.
 */
export class Footprint {
  readonly #db: ReadDb;
  /** Null where all of a row was touched. */
  readonly #touched = new Map<string, Set<string> | null>();
  readonly #put = new Set<string>();
  /** What rows name once they are as they were. */
  readonly #named = new Set<string>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  add(stepId: number): void {
    for (const { op, target, payload } of traces(this.#db, stepId, false)) {
      const fields = op === 'update' ? listFields(payload) : null;
      for (const name of listNames(payload)) this.#named.add(name);
      // what comes to light in a batch of its own was put in by that step, also where it was there before
      if (op === 'insert' || fields === null || fields.includes('batch')) this.#put.add(target);
      const known = this.#touched.get(target);
      if (known === null) continue;
      this.#touched.set(target, fields === null ? null : new Set([...(known ?? []), ...fields]));
    }
  }

  isUnder(stepId: number): boolean {
    return traces(this.#db, stepId, true).some(
      ({ op, target, payload }) =>
        this.#isTouchedBy(op, target, payload) ||
        (op === 'delete' && this.#named.has(target)) ||
        (this.#put.size > 0 && listNames(payload).some((name) => this.#put.has(name))),
    );
  }

  #isTouchedBy(op: Trace['op'], target: string, payload: string | null): boolean {
    const touched = this.#touched.get(target);
    if (touched === undefined) return false;
    const fields = op === 'update' ? listFields(payload) : null;
    return touched === null || fields === null || fields.some((field) => touched.has(field));
  }
}
