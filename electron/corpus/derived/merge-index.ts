import { statement, type WriteDb } from '../connection.ts';

/**
 * Each commit that indexes texts leaves a segment; searches look into all of them. FTS5 would merge them within commits, which
 * doubles the time of a large import and makes some commits wait for 200 ms: so it is left to slices between commits.
 */
const settings = { automerge: 0, usermerge: 16, crisismerge: 1000 } as const;
/** Unit: pages of the index that are written in a slice, about 20 ms. */
const SLICE = 100;
/** So many segments cost a search two or three milliseconds a word; a long write that has left more merges as it goes. */
const MOST_SEGMENTS = 800;

const segments = new WeakMap<WriteDb, number>();

/** Leaves merging to `mergeSlice`; the file keeps that. */
export function leaveMerging(db: WriteDb): void {
  const known = new Map(
    statement<[], { k: string; v: number }>(db, 'SELECT k, v FROM search_index_config')
      .all()
      .map(({ k, v }) => [k, v]),
  );
  for (const [name, value] of Object.entries(settings)) {
    if (known.get(name) !== value)
      db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('${name}', ${value})`); // a bound number would be a REAL
  }
}

/** A commit has left another segment. */
export const countSegment = (db: WriteDb): void => void segments.set(db, (segments.get(db) ?? 0) + 1);

const isBehind = (db: WriteDb) => (segments.get(db) ?? 0) > MOST_SEGMENTS;

/** Merges for a moment, as a transaction of its own; gives whether there is more to merge. */
export function mergeSlice(db: WriteDb): boolean {
  const count = statement<[], { n: number }>(db, 'SELECT total_changes() AS n');
  const before = count.get()!.n;
  statement(db, `INSERT INTO search_index (search_index, rank) VALUES ('merge', ${SLICE})`).run();
  const isMore = count.get()!.n - before >= 2; // so the documentation of FTS5
  if (!isMore) segments.set(db, 0);
  return isMore;
}

/** Between the commits of a long write: merges a slice where it has left too much. */
export function keepUp(db: WriteDb): void {
  if (isBehind(db)) mergeSlice(db);
}
