import { accessSync, constants, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { ReadDb } from '../../corpus/connection.ts';
import { copyCorpus, sweepDraftsOf } from '../../corpus/copy-corpus.ts';
import { toDiskError } from '../../corpus/disk-error.ts';
import { hasPendingLog, openForReading, openForWriting } from '../../corpus/open-connection.ts';
import { identifyCorpus, type Environment } from '../../corpus/open-corpus.ts';
import { isLock, takeWriterLock } from '../../corpus/writer-lock.ts';
import type { Job } from '../job.ts';
import { describeHolder } from '../write-step.ts';
import { toCheck, toTick, type CheckFile } from './back-up.ts';
import { toAsidePath } from './list-backups.ts';

/**
 * Puts a copy of a backup in the place of a corpus, which is kept beside it under a name that says so. Gives that name;
 * null where there was nothing.
 *
 * The corpus must not be open here. The backup is checked, and stays. Whatever the moment of a kill, there is a whole
 * file at the path: the corpus or the copy; what was there before is never deleted, damaged or not.
 * Errors: corpus-in-use, folder-read-only, corpus-missing, not-a-corpus, corpus-newer, corpus-altered, corpus-damaged,
 * copy-unsound, disk-full, disk-failed, cancelled.
 */
export async function restoreBackup(
  path: string,
  backup: string,
  { environment, checkCorpus }: { environment: Environment; checkCorpus: CheckFile },
  job: Job,
): Promise<string | null> {
  const file = basename(path);
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new ExpectedError('folder-read-only', { folder: dirname(path) });
  }
  const place = identifyCorpus(backup); // before the lock, which nobody could take again if this fails
  const at = environment.now().toISOString();
  const lock = takeWriterLock(path, { door: environment.door, pid: process.pid, at }, environment.newUid());
  if (!isLock(lock)) {
    place.remove();
    throw new ExpectedError('corpus-in-use', { file, holder: describeHolder(lock) });
  }
  let source: ReadDb | undefined;
  try {
    source = openForReading(place.path);
    sweepDraftsOf(path);
    const aside = findFreeAside(path, at);
    await copyCorpus(source, path, {
      replace: true,
      tick: toTick(job, basename(backup)),
      async check(draft) {
        await toCheck(backup, checkCorpus)(draft);
        setAside(path, aside); // the draft takes its place as soon as this returns
      },
    });
    return existsSync(aside) ? basename(aside) : null;
  } catch (error) {
    throw toDiskError(error, path) ?? error;
  } finally {
    source?.close();
    place.remove();
    lock.release();
  }
}

/** Two restores in a second must not take one name. */
function findFreeAside(path: string, at: string): string {
  for (let seconds = 0; ; seconds += 1) {
    const aside = toAsidePath(path, new Date(Date.parse(at) + seconds * 1000).toISOString());
    if (!existsSync(aside)) return aside;
  }
}

/**
 * Gives what lies at a path a second name, log and all, so that another file can be put in its place.
 *
 * A log that was left is folded in first; where the file is too damaged for that, the log goes along under the second name.
 */
function setAside(path: string, aside: string): void {
  if (!statSync(path, { throwIfNoEntry: false })) return;
  foldLog(path);
  try {
    linkSync(path, aside);
  } catch {
    renameSync(path, aside); // a file system without hard links
  }
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, { force: true });
}

function foldLog(path: string): void {
  if (!hasPendingLog(path)) return;
  try {
    const db = openForWriting(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  } catch {
    // damaged: it is kept as it is
  }
}
