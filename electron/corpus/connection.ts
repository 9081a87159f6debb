import type { Database, Statement } from 'better-sqlite3';

declare const writable: unique symbol;

/** A connection for reading. A write function does not take it. */
export type ReadDb = Database;
/** The one connection that writes; only `openForWriting` makes it. */
export type WriteDb = Database & { readonly [writable]: true };

const caches = new WeakMap<Database, Map<string, Statement>>();

/** A prepared statement, prepared once for each connection. */
export function statement<P extends unknown[] = unknown[], R = unknown>(db: ReadDb, sql: string): Statement<P, R> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new Map<string, Statement>()));
  let found = cache.get(sql);
  if (!found) cache.set(sql, (found = db.prepare(sql)));
  return found as unknown as Statement<P, R>;
}
