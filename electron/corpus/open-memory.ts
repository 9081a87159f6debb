import BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from './connection.ts';
import { migrate } from './migrate.ts';

/** An empty corpus that is nowhere on the disk: what a journal is replayed into. */
export function openMemoryCorpus(): WriteDb {
  const db = new BetterSqlite3(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db);
  return db as WriteDb;
}
