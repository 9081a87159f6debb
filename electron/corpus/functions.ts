import type { Database } from 'better-sqlite3';
import { foldTitle } from '#shared/text/fold';
import { toSortName } from '#shared/text/sort-name';

/**
 * What our SQL calls that SQLite does not have: `fold_title(title)`, `sort_name(name)`. No index or view needs them, so that other
 * programs read the file.
 */
export function addFunctions(db: Database): void {
  db.function('fold_title', { deterministic: true }, (title) => foldTitle(title as string));
  db.function('sort_name', { deterministic: true }, (name) => toSortName(name as string));
}
