import { existsSync, rmSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';

/** Who holds a corpus for writing. `at` is when they took it, ISO 8601 UTC. */
export type Holder = { door: string; pid: number; at: string };
export type WriterLock = { release(): void };

/**
 * Locks that this process holds. A handle that nothing refers to is collected, and its lock with it.
 */
const held = new Set<Database>();

const lockFile = (corpusPath: string) => `${corpusPath}-lock`;
const isBusy = (error: unknown) => (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;

/** Longer than `findHolder` holds a lock that it tries; a writer holds it for hours. Unit: ms. */
const PATIENCE = 100;

/** The lock is never read with fs, nor opened with another copy of SQLite: either would drop it without a word. */
function openLock(path: string, timeout: number): Database {
  const db = new BetterSqlite3(path, { timeout });
  db.pragma('journal_mode = MEMORY');
  return db;
}

function readHolder(db: Database): Holder | undefined {
  try {
    return db.prepare<[], Holder>('SELECT door, pid, at FROM holder').get();
  } catch {
    return undefined; // the table is made by the first holder, who may be doing so now
  }
}

/** A row that only this attempt wrote stands in the file at the path: so our lock is on that file, not on a removed one. */
function isAtPath(path: string, nonce: string): boolean {
  if (!existsSync(path)) return false;
  const other = new BetterSqlite3(path, { timeout: 0 });
  try {
    return (
      other.prepare<[string], { n: number }>('SELECT count(*) AS n FROM holder WHERE nonce = ?').get(nonce)?.n === 1
    );
  } catch {
    return false;
  } finally {
    other.close();
  }
}

/**
 * Takes the right to write a corpus, or says who has it.
 *
 * It is a write transaction on `<corpus>-lock`, held for as long as the corpus is open: refused to others at once, and
 * gone when the process dies, however it dies (docs/decisions/0003-model.md).
 */
export function takeWriterLock(corpusPath: string, holder: Holder, nonce: string): WriterLock | Holder {
  const path = lockFile(corpusPath);
  for (;;) {
    const db = openLock(path, PATIENCE);
    try {
      db.exec('BEGIN IMMEDIATE');
      db.exec(
        `CREATE TABLE IF NOT EXISTS holder (door TEXT, pid INTEGER, at TEXT, nonce TEXT) STRICT; DELETE FROM holder`,
      );
      db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)').run(holder.door, holder.pid, holder.at, nonce);
      db.exec('COMMIT; BEGIN IMMEDIATE');
    } catch (error) {
      const other = isBusy(error) ? readHolder(db) : undefined;
      db.close();
      if (!isBusy(error)) throw error;
      return other ?? { door: 'Galley', pid: 0, at: holder.at };
    }
    if (!isAtPath(path, nonce)) {
      db.close(); // the holder before us removed the file between our opening it and our lock
      continue;
    }
    held.add(db);
    return {
      release() {
        held.delete(db);
        // removed while the lock is held: whoever opened it meanwhile finds out by the nonce
        if (process.platform !== 'win32') rmSync(path, { force: true });
        db.close();
        if (process.platform === 'win32') rmSync(path, { force: true });
      },
    };
  }
}

/** Who is writing a corpus now, or undefined. Makes no file. */
export function findHolder(corpusPath: string): Holder | undefined {
  const path = lockFile(corpusPath);
  if (!existsSync(path)) return undefined;
  let db: Database | undefined;
  try {
    db = openLock(path, 0);
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return undefined;
  } catch (error) {
    return isBusy(error) ? ((db && readHolder(db)) ?? { door: 'Galley', pid: 0, at: '' }) : undefined;
  } finally {
    db?.close();
  }
}

export const isLock = (taken: WriterLock | Holder): taken is WriterLock => 'release' in taken;
