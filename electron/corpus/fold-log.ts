import { statSync } from 'node:fs';
import type { WriteDb } from './connection.ts';

/** A log of this size is folded into the file when there is time for it. Unit: bytes. */
export const LOG_TO_FOLD = 8 << 20;

/**
 * Folds what is committed from the log into the file, where there is enough of it: some twenty milliseconds that no commit should
 * have to wait for. Left alone, SQLite does so within a commit, but only once the log has five times this size.
 */
export function foldLog(db: WriteDb): void {
  if ((statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > LOG_TO_FOLD)
    db.pragma('wal_checkpoint(PASSIVE)');
}
