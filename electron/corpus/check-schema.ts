import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';

type SchemaRow = { type: string; name: string; sql: string | null };

/** What the tables, indexes and triggers of an open file are, by the statements that made them. */
const listSchema = (db: Database) =>
  db.prepare<[], SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

/**
 * The first thing in an open file's schema that our migrations do not make for `version`; undefined when all is equal.
 *
 * A foreign trigger runs whatever `trusted_schema` says, so nothing is done with a file before this.
 */
export function findForeignSchema(db: Database, version: number): string | undefined {
  const ours = new BetterSqlite3(':memory:');
  try {
    migrate(ours, version);
    const expected = new Map(listSchema(ours).map((row) => [`${row.type} ${row.name}`, row.sql]));
    for (const { type, name, sql } of listSchema(db)) {
      const key = `${type} ${name}`;
      if (!expected.has(key)) return `unknown ${key}`;
      if (expected.get(key) !== sql) return `changed ${key}`;
      expected.delete(key);
    }
    const [missing] = expected.keys();
    return missing === undefined ? undefined : `missing ${missing}`;
  } finally {
    ours.close();
  }
}
