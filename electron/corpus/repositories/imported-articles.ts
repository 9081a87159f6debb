import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** Whether an article is there for an import that writes `batch`: `standing` in the library or in that batch, or `hidden` by an undo. */
export function findImported(db: ReadDb, uid: string, batch: string | null): 'standing' | 'hidden' | undefined {
  const row = statement<[string | null, string], { isThere: number }>(
    db,
    `SELECT ${isSeen('a')} OR coalesce(+a.batch_id = (SELECT id FROM batch WHERE uid = ?), 0) AS isThere
     FROM article a WHERE a.uid = ?`,
  ).get(batch, uid);
  return row && (row.isThere === 1 ? 'standing' : 'hidden');
}
