import { statement, type ReadDb, type WriteDb } from '../connection.ts';

/**
 * Rows of another copy's strand that a merge took over: up to `number`, whose hash that is. `since` and `until`: Lamport numbers of
 * the first row that is not this file's own, and of the last. Stands in the payload of the merge's step.
 */
export type TakenStrand = { strand: string; since: number; until: number; number: number; hash: string };

/** SQL that holds for rows and steps (`t`) of the file's own line: those that were not written in another copy. */
export const isOwn = (t: string) =>
  `NOT EXISTS (SELECT 1 FROM taken_strand o WHERE o.strand_id = ${t}.strand_id AND ${t}.lamport >= o.since)`;

/** SQL for the number of a strand's last row of the file's own line; -1 where it has none. */
export const lastOwn = (
  strand: string,
) => `CASE WHEN NOT EXISTS (SELECT 1 FROM taken_strand o WHERE o.strand_id = ${strand}.id)
  THEN coalesce((SELECT max(number) FROM journal WHERE strand_id = ${strand}.id), -1)
  ELSE coalesce((SELECT l.number FROM journal l WHERE l.strand_id = ${strand}.id
    AND l.lamport >= (SELECT min(since) FROM taken_strand o WHERE o.strand_id = ${strand}.id) ORDER BY l.number LIMIT 1),
    (SELECT max(number) + 1 FROM journal WHERE strand_id = ${strand}.id), 0) - 1 END`;

/** SQL that holds for rows and steps that count in this file: its own, and those that a merge which stands took over. */
export const isInEffect = (t: string) =>
  `(${isOwn(t)} OR EXISTS (SELECT 1 FROM taken_strand e JOIN batch b ON b.step_id = e.step_id
    WHERE e.strand_id = ${t}.strand_id AND ${t}.lamport <= e.until AND b.state = 'published'))`;

/** Says which strands a merge takes over; they are entered where they are not there yet. */
export function enterTaken(db: WriteDb, stepId: number, taken: readonly TakenStrand[]): void {
  for (const { strand, since, until, number } of taken) {
    statement(db, 'INSERT INTO strand (uid) VALUES (?) ON CONFLICT DO NOTHING').run(strand);
    statement(
      db,
      'INSERT INTO taken_strand (step_id, strand_id, since, until, number) SELECT ?, id, ?, ?, ? FROM strand WHERE uid = ?',
    ).run(stepId, since, until, number, strand);
  }
}

/** Whether a batch is that of a merge: then its state says whether other copies' steps count. */
export const isOfMerge = (db: ReadDb, batch: string): boolean =>
  statement<[string], unknown>(
    db,
    'SELECT 1 FROM batch b JOIN taken_strand k ON k.step_id = b.step_id WHERE b.uid = ? LIMIT 1',
  ).get(batch) !== undefined;

/** The merge of this file that first took over another copy's step, by id; undefined for a step of the file's own line. */
export const findTaker = (db: ReadDb, stepId: number): number | undefined =>
  statement<[number], number>(
    db,
    `SELECT m.id FROM step s JOIN taken_strand k ON k.strand_id = s.strand_id AND s.lamport BETWEEN k.since AND k.until
       JOIN step m ON m.id = k.step_id JOIN batch b ON b.step_id = m.id AND b.state IN ('published', 'withdrawn')
     WHERE s.id = ? AND ${isOwn('m')} ORDER BY m.lamport LIMIT 1`,
  )
    .pluck()
    .get(stepId);

/** Which merge took what, by uid: for comparing two corpora. */
export const listTakenStrands = (db: ReadDb): string[] =>
  statement<[], string>(
    db,
    `SELECT step.uid || ' ' || s.uid || ' ' || k.since || ' ' || k.until || ' ' || k.number
     FROM taken_strand k JOIN step ON step.id = k.step_id JOIN strand s ON s.id = k.strand_id ORDER BY 1`,
  )
    .pluck()
    .all();

/** The last row of each strand that counts in this file, by its number; -1 where none does. */
export function listReflected(db: ReadDb): Map<string, number> {
  const rows = statement<[], { strand: string; number: number }>(
    db,
    `SELECT s.uid AS strand, max(${lastOwn('s')},
       coalesce((SELECT max(k.number) FROM taken_strand k JOIN batch b ON b.step_id = k.step_id
         WHERE k.strand_id = s.id AND b.state = 'published'), -1)) AS number
     FROM strand s`,
  ).all();
  return new Map(rows.map(({ strand, number }) => [strand, number]));
}

type Place = { strand: string; number: number; lamport: number };

/** Asks of rows whether they are of the file's own line, with one query for all. */
export function createIsOwn(db: ReadDb): (row: Place) => boolean {
  const since = new Map(
    statement<[], { strand: string; since: number }>(
      db,
      `SELECT s.uid AS strand, min(k.since) AS since FROM taken_strand k JOIN strand s ON s.id = k.strand_id GROUP BY s.uid`,
    )
      .all()
      .map((row) => [row.strand, row.since]),
  );
  return ({ strand, lamport }) => lamport < (since.get(strand) ?? Infinity);
}

/** Asks of other copies' rows whether a merge had begun to take them over by a moment. Unit of `lamport`: that of the moment. */
export function createWasTaken(db: ReadDb, lamport: number): (row: Place) => boolean {
  const until = new Map(
    statement<[number], { strand: string; number: number }>(
      db,
      `SELECT s.uid AS strand, max(k.number) AS number FROM taken_strand k JOIN strand s ON s.id = k.strand_id
         JOIN step ON step.id = k.step_id WHERE step.lamport <= ? GROUP BY s.uid`,
    )
      .all(lamport)
      .map((row) => [row.strand, row.number]),
  );
  return ({ strand, number }) => number <= (until.get(strand) ?? -1);
}
