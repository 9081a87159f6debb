import type { Database } from 'better-sqlite3';
import { firstCorpus } from './migrations/0001-first-corpus.ts';
import { wholeCorpus } from './migrations/0002-whole-corpus.ts';
import { suggestions } from './migrations/0003-suggestions.ts';
import { comparing } from './migrations/0004-comparing.ts';
import { interchange } from './migrations/0005-interchange.ts';
import { checking } from './migrations/0006-checking.ts';
import { oneOrder } from './migrations/0007-one-order.ts';
import type { Migration } from './migrations/migration.ts';

/** In order; the n-th brings a corpus to `user_version` n. Never edited once released. */
export const migrations: readonly Migration[] = [
  firstCorpus,
  wholeCorpus,
  suggestions,
  comparing,
  interchange,
  checking,
  oneOrder,
];

/** "Glly": what marks an SQLite file as a corpus of ours. */
export const APPLICATION_ID = 0x47_6c_6c_79;

export const readSchemaVersion = (db: Database) => db.pragma('user_version', { simple: true }) as number;

/** Brings an open corpus to `target`, one transaction a migration; does nothing where it is there already. */
export function migrate(db: Database, target: number = migrations.length): void {
  for (let version = readSchemaVersion(db); version < target; version += 1) {
    db.transaction(() => {
      migrations[version]!(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
