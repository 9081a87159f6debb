import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { ExpectedError } from '#shared/errors';
import type { ReadDb, WriteDb } from './connection.ts';
import { LOG_TO_FOLD } from './fold-log.ts';
import { addFunctions } from './functions.ts';
import { findHolder } from './writer-lock.ts';

/** Set at every opening and read back; SQLite leaves some of them at another value without a word. */
const durable = {
  journal_mode: 'wal',
  synchronous: 2,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  cell_size_check: 1,
  mmap_size: 0,
  // the log is folded in between commits (fold-log.ts); within one only where there was never time for it
  wal_autocheckpoint: 10_000,
  journal_size_limit: LOG_TO_FOLD,
} as const;

/** What a connection keeps of the file in memory, so that the inner pages of indexes stay there in a large corpus. Unit: KiB, less than 0. */
const CACHE = -16_000;

/** The write-ahead log has something in it: it is being written, or was not closed properly. */
export const hasPendingLog = (path: string) => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Opens the connection that writes; refused where the file system cannot keep what is committed. */
export function openForWriting(path: string): WriteDb {
  const db = new BetterSqlite3(path, { timeout: 5000 });
  try {
    addFunctions(db);
    db.pragma(`cache_size = ${CACHE}`);
    for (const [name, value] of Object.entries(durable)) {
      db.pragma(`${name} = ${value}`);
      const got = db.pragma(name, { simple: true }) as string | number | undefined;
      // mmap_size answers nothing where memory mapping is not built in
      if (got !== value && !(name === 'mmap_size' && got === undefined))
        throw new ExpectedError('not-durable', { file: basename(path), setting: `${name} = ${value}` });
    }
  } catch (error) {
    db.close();
    throw error;
  }
  return db as WriteDb;
}

function harden(db: Database): ReadDb {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma(`cache_size = ${CACHE}`);
  db.pragma('query_only = ON');
  addFunctions(db);
  return db;
}

/**
 * Opens a connection for reading and leaves the file as it was.
 *
 * A log that a dead writer left is not folded in: that is for the next writer, who then checks the file. Otherwise the
 * connection may write in name, so that its close leaves one file and no empty log beside it.
 */
export function openForReading(path: string): ReadDb {
  const left = hasPendingLog(path) && !findHolder(path);
  const db = new BetterSqlite3(path, { readonly: left, fileMustExist: true, timeout: 5000 });
  try {
    harden(db);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A place where somebody writes all the time is read as it was at the last of these. */
const MOST_COPIES = 10;

const isPlaceWritable = (path: string) => {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** A private copy of what an open connection sees, log and all. */
export function copyByConnection(db: ReadDb, path: string): ReadingPlace {
  const folder = mkdtempSync(join(tmpdir(), 'galley-read-'));
  const copy = join(folder, basename(path));
  db.pragma('query_only = OFF'); // writing elsewhere counts as writing
  db.prepare('VACUUM INTO ?').run(copy);
  db.pragma('query_only = ON');
  return { path: copy, isCopy: true, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Where a corpus can be read: at its path, or, from a place that cannot be written, in a private copy. */
export type ReadingPlace = { path: string; isCopy: boolean; remove: () => void };

/** `remove` takes the copy away again; a corpus at its own path stays. */
export function findReadingPlace(path: string): ReadingPlace {
  if (isPlaceWritable(path)) return { path, isCopy: false, remove: () => {} };
  const copy = copyToRead(path);
  return { path: copy, isCopy: true, remove: () => rmSync(dirname(copy), { recursive: true, force: true }) };
}

/**
 * Nobody in this process has the file open: it is only ever read in its copy. Somebody else, who may write there, can: then it
 * is copied again, or file and log would not fit each other.
 */
function copyToRead(path: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'galley-read-')), basename(path));
  const parts = ['', '-wal'];
  const look = () => parts.map((part) => statSync(path + part, { throwIfNoEntry: false })?.mtimeMs).join();
  for (let tries = 0; tries < MOST_COPIES; tries += 1) {
    const before = look();
    for (const part of parts) {
      if (existsSync(path + part)) copyFileSync(path + part, copy + part);
      else rmSync(copy + part, { force: true });
    }
    if (look() === before) break;
  }
  return copy;
}
