import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ReadDb } from '../connection.ts';
import { kindNames, type KindName } from '../model/kinds.ts';
import { findRecord } from '../model/rows.ts';
import { openForReading } from '../open-connection.ts';
import { carveCorpus, type Carved } from './carve-corpus.ts';
import { cutPages, type Bytes } from './pages.ts';

/** What can be read of a damaged corpus: what was carved out of its pages, and its tables as far as SQLite still reads them. */
export type DamagedFile = {
  carved: Carved;
  /** A row as the tables have it; undefined where it is not there or cannot be read. */
  findRow(kind: KindName, uid: string): Record<string, unknown> | undefined;
  /** The uids of a kind that can be read. */
  listUids(kind: KindName): string[];
  /** Whether all pages of the journal can be read, where any of the tables can. */
  isJournalWhole(): boolean;
  close(): void;
};

/**
 * Reads a damaged file in a private copy; the file itself is only read.
 *
 * It must not be open in this process: that a file was read drops the locks that SQLite holds on it.
 */
export function readDamagedFile(path: string): DamagedFile {
  const folder = mkdtempSync(join(tmpdir(), 'galley-recover-'));
  try {
    const copy = join(folder, basename(path));
    for (const part of ['', '-wal']) if (existsSync(path + part)) copyFileSync(path + part, copy + part);
    const carved = carve(copy);
    const tables = openTables(copy);
    return {
      carved,
      findRow: (kind, uid) => attempt(() => tables && (findRecord(tables, kind, uid) as Record<string, unknown>)),
      listUids: (kind) => (tables && kindNames.includes(kind) ? listReadableUids(tables, kind) : []),
      isJournalWhole: () =>
        !tables || attempt(() => tables.prepare('SELECT count(*) FROM journal NOT INDEXED').get()) !== undefined,
      close() {
        tables?.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function carve(path: string): Carved {
  const file = openSync(path, 'r');
  try {
    const bytes: Bytes = {
      sizeBytes: statSync(path).size,
      read(at, length) {
        const piece = Buffer.alloc(length);
        return piece.subarray(0, readSync(file, piece, 0, length, at));
      },
    };
    return carveCorpus(cutPages(bytes, existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null));
  } finally {
    closeSync(file);
  }
}

/** Undefined where SQLite does not read the file at all: its first page is damaged. */
const openTables = (path: string): ReadDb | undefined => attempt(() => openForReading(path));

/** What a page that cannot be read makes of a query is no bug. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** How many rows are jumped over behind one that cannot be read, at most. */
const LONGEST_JUMP = 1 << 17;

/** Goes through a table by its ids; where a page cannot be read it goes on behind it. */
function listReadableUids(db: ReadDb, kind: KindName): string[] {
  const uids: string[] = [];
  const sql = `SELECT id, uid FROM ${kind} NOT INDEXED WHERE id > ? ORDER BY id`;
  const canRead = (after: number) => attempt(() => (db.prepare(`${sql} LIMIT 1`).get(after), true)) ?? false;
  let after: number | undefined = 0;
  while (after !== undefined) {
    try {
      for (const row of db.prepare<[number], { id: number; uid: string }>(sql).iterate(after)) {
        uids.push(row.uid);
        after = row.id;
      }
      return uids;
    } catch {
      after = findEndOfDamage(after, canRead);
    }
  }
  return uids;
}

/** The first id, but for few, behind which rows can be read again; undefined where there is none. */
function findEndOfDamage(from: number, canRead: (after: number) => boolean): number | undefined {
  let jump = 1;
  while (!canRead(from + jump)) {
    jump *= 2;
    if (jump > LONGEST_JUMP) return undefined;
  }
  let [bad, good] = [from + jump / 2, from + jump];
  while (good - bad > 1) {
    const middle = Math.floor((bad + good) / 2);
    if (canRead(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
