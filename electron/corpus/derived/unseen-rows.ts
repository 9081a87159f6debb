import { statement, type ReadDb } from '../connection.ts';
import type { RowChange } from './derived.ts';

/**
 * Tells of changes whether they put a row into a batch that nobody sees after them: what is listed or counted stays as it is, and
 * follows when the batch is published.
 */
export function createUnseenTest(db: ReadDb): (change: RowChange) => boolean {
  const known = new Map<string, boolean>();
  return ({ op, after }) => {
    const batch = op === 'insert' ? after?.['batch'] : undefined;
    if (typeof batch !== 'string') return false;
    let isUnseen = known.get(batch);
    if (isUnseen === undefined) {
      const state = statement<[string], { state: string }>(db, 'SELECT state FROM batch WHERE uid = ?').get(batch);
      known.set(batch, (isUnseen = state?.state !== 'published'));
    }
    return isUnseen;
  };
}
