import { statement, type ReadDb } from '../connection.ts';

/** The one row that says which corpus this is; undefined in a file that was never filled. */
export const getCorpusRow = (db: ReadDb): { uid: string; title: string } | undefined =>
  statement<[], { uid: string; title: string }>(db, 'SELECT uid, title FROM corpus').get();
