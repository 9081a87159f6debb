import { statement, type ReadDb, type WriteDb } from '../connection.ts';

type Table = 'article_words' | 'article_mentions';

/**
 * How far a derived table is: rows made in one transaction have one revision, later ones a higher one. What was read before `emptied`
 * holds no more.
 */
export type Revisions = { latest: number; emptied: number };

export const readRevisions = (db: ReadDb, table: Table): Revisions =>
  statement<[string], Revisions>(db, 'SELECT latest, emptied FROM revision WHERE name = ?').get(table)!;

/** The revision of what is made next. */
export const raiseRevision = (db: WriteDb, table: Table): number =>
  statement<[string], number>(db, 'UPDATE revision SET latest = latest + 1 WHERE name = ? RETURNING latest')
    .pluck()
    .get(table)!;

/** The table is about to be emptied. */
export const noteEmptied = (db: WriteDb, table: Table): void =>
  void statement(db, 'UPDATE revision SET latest = latest + 1, emptied = latest + 1 WHERE name = ?').run(table);
