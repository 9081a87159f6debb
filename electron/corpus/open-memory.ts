import BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from './connection.ts';
import { addFunctions } from './functions.ts';
import { migrate } from './migrate.ts';

/** An empty corpus that is nowhere on the disk: what a journal is replayed into. */
export function openMemoryCorpus(): WriteDb {
  const db = new BetterSqlite3(':memory:');
  db.pragma('foreign_keys = ON');
  addFunctions(db);
  migrate(db);
  return db as WriteDb;
}
