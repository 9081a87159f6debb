import { statement, type ReadDb } from '../connection.ts';

/** The one row that says which corpus this is; undefined in a file that was never filled. */
export const getCorpusRow = (db: ReadDb): { uid: string; title: string } | undefined =>
  statement<[], { uid: string; title: string }>(db, 'SELECT uid, title FROM corpus').get();

/** What the first row of a file's journal says, which is that of its own line's first strand; null where it was erased. */
export const findFirstPayload = (db: ReadDb): string | null =>
  statement<[], string | null>(db, 'SELECT payload FROM journal ORDER BY id LIMIT 1').pluck().get() ?? null;
