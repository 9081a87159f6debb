import type { Database } from 'better-sqlite3';

/** One step of the file format; runs in a transaction of its own. */
export type Migration = (db: Database) => void;
