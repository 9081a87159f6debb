import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';

type SchemaRow = { type: string; name: string; sql: string | null };

/** What the tables, indexes and triggers of an open file are, by the statements that made them. */
const listSchema = (db: Database) =>
  db.prepare<[], SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

const schemas = new Map<number, ReadonlyMap<string, string | null>>();

/** What our migrations make, by type and name; made once in a process, for every opening asks for it twice. */
function getOurSchema(version: number): ReadonlyMap<string, string | null> {
  const known = schemas.get(version);
  if (known) return known;
  const ours = new BetterSqlite3(':memory:');
  try {
    migrate(ours, version);
    const schema = new Map(listSchema(ours).map(({ type, name, sql }) => [`${type} ${name}`, sql]));
    schemas.set(version, schema);
    return schema;
  } finally {
    ours.close();
  }
}

/**
 * The first thing in an open file's schema that our migrations do not make for `version`; undefined when all is equal.
 *
 * A foreign trigger runs whatever `trusted_schema` says, so nothing is done with a file before this.
 */
export function findForeignSchema(db: Database, version: number): string | undefined {
  const missing = new Map(getOurSchema(version));
  for (const { type, name, sql } of listSchema(db)) {
    const key = `${type} ${name}`;
    if (!missing.has(key)) return `unknown ${key}`;
    if (missing.get(key) !== sql) return `changed ${key}`;
    missing.delete(key);
  }
  const [first] = missing.keys();
  return first === undefined ? undefined : `missing ${first}`;
}
