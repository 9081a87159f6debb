import type { Database } from 'better-sqlite3';
import { foldTitle } from '#shared/text/fold';

/** What our SQL calls that SQLite does not have: `fold_title(title)`. No index or view needs it, so that other programs read the file. */
export function addFunctions(db: Database): void {
  db.function('fold_title', { deterministic: true }, (title) => foldTitle(title as string));
}
