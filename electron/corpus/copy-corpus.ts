import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ReadDb } from './connection.ts';
import { placeFile } from './place-file.ts';

/** Between two of these other calls are answered. Unit: pages; 256 of 4 kB take about 3 ms. */
const PAGES_A_STEP = 256;

/** `tick` hears how many pages are copied; what it throws stops the copy. */
export type Tick = (done: number, total: number) => void;

/**
 * Writes what a connection sees to a new file, in steps, while the corpus is in use; checks it; and puts it in its place.
 *
 * The connection should be a snapshot: then the copy is as the corpus was when it began, whatever is written meanwhile.
 * The copy is one file that can be opened from a place where nothing can be written. It appears whole or not at all.
 * `check` gives what is wrong with the copy, or throws.
 */
export async function copyCorpus(
  snapshot: ReadDb,
  path: string,
  { tick, check, replace = false }: { tick: Tick; check(draft: string): Promise<void>; replace?: boolean },
): Promise<void> {
  const draft = toDraftName(path);
  try {
    await snapshot.backup(draft, {
      progress({ totalPages, remainingPages }) {
        tick(totalPages - remainingPages, totalPages);
        return PAGES_A_STEP;
      },
    });
    const copy = new BetterSqlite3(draft);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    await check(draft);
    sync(draft);
    placeFile(draft, path, { replace });
  } finally {
    removeDraft(draft);
  }
}

/** A draft is nobody's corpus yet: no other connection of ours is open on it. */
function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Names the process that writes it, so that what a killed one left can be told from what is being written. */
const toDraftName = (path: string) => `${path}.draft-${process.pid}`;

function removeDraft(draft: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(draft + part, { force: true });
}

/** Removes what killed processes left behind of copies to `path`, or, where it is a folder's, of any in that folder. */
export function sweepDrafts(folder: string, name = ''): void {
  for (const file of readdirSync(folder)) {
    const [, pid] = /\.draft-(\d+)(?:-journal|-wal|-shm)?$/.exec(file) ?? [];
    if (pid !== undefined && file.startsWith(name) && !isRunning(Number(pid)))
      rmSync(join(folder, file), { force: true });
  }
}

export const sweepDraftsOf = (path: string) => sweepDrafts(dirname(path), `${basename(path)}.draft-`);

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
