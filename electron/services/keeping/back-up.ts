import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { isBackupDue, listBackupsToDelete, toBackupName, type Copy } from '#shared/domain/backup';
import { copyCorpus, sweepDrafts, sweepDraftsOf } from '../../corpus/copy-corpus.ts';
import { toDiskError } from '../../corpus/disk-error.ts';
import { openSnapshot, type Corpus } from '../../corpus/open-corpus.ts';
import { readExtent, type Extent } from '../../corpus/repositories/keeping-repository.ts';
import type { Job } from '../job.ts';
import { findBackupFolder, listBackupFiles } from './list-backups.ts';

/** Looks at a file in a process that can be killed; gives what is wrong, or null. */
export type CheckFile = (path: string, how: 'copy') => Promise<string | null>;
/** What a copy is made of. */
export type Source = Pick<Corpus, 'path' | 'place' | 'read' | 'environment'>;
/** `folder`: where backups lie if not beside the corpus. */
export type BackupOptions = { checkCorpus: CheckFile; folder: string | null };

/**
 * Writes a checked copy of the corpus, as it is when it begins, to a path where there is nothing yet.
 *
 * Errors: corpus-exists, folder-missing, folder-read-only, copy-unsound, disk-full, disk-failed, cancelled.
 */
export async function backUpTo(corpus: Source, path: string, checkCorpus: CheckFile, job: Job): Promise<Copy> {
  if (existsSync(path)) throw new ExpectedError('corpus-exists', { file: path });
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedError('folder-missing', { folder });
  try {
    accessSync(folder, constants.W_OK);
    sweepDraftsOf(path);
  } catch {
    throw new ExpectedError('folder-read-only', { folder });
  }
  const snapshot = openSnapshot(corpus);
  try {
    const extent = readExtent(snapshot);
    await copyCorpus(snapshot, path, { tick: toTick(job, basename(path)), check: toCheck(corpus.path, checkCorpus) });
    return toCopy(path, extent);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw new ExpectedError('corpus-exists', { file: path });
    throw toDiskError(error, path) ?? error;
  } finally {
    snapshot.close();
  }
}

const toCopy = (path: string, { steps, articles, fingerprint }: Extent): Copy => ({
  file: basename(path),
  sizeBytes: statSync(path).size,
  articles,
  steps,
  fingerprint,
});

/** Says how far a copy is, and stops it where the person has stopped the job. Unit: pages. */
export const toTick = (job: Job, what: string) => (done: number, total: number) => {
  if (job.isCancelled()) throw new ExpectedError('cancelled');
  job.report({ done, total, what });
};

/** Refuses a copy that is not sound. Errors: copy-unsound. */
export const toCheck = (of: string, checkCorpus: CheckFile) => async (draft: string) => {
  const problem = await checkCorpus(draft, 'copy');
  if (problem !== null) throw new ExpectedError('copy-unsound', { file: basename(of), detail: problem });
};

/** Whether the corpus has changed enough since its newest backup for an automatic one. */
export function isDue(corpus: Source, { folder }: BackupOptions): boolean {
  const extent = readExtent(corpus.read);
  const backups = listBackupFiles(findBackupFolder(corpus.path, folder), extent.uid);
  if (backups.some(({ fingerprint }) => extent.fingerprint.startsWith(fingerprint))) return false;
  return isBackupDue(corpus.environment.now(), extent.steps, extent.firstAt, backups[0]);
}

/**
 * Backs the corpus up into its folder, and takes away what the rule for automatic ones does not keep.
 *
 * `kept`: a person asked for it, so the rule leaves it. Gives null where the newest backup is the same already.
 * Errors: those of `backUpTo`.
 */
export async function backUpIntoFolder(
  corpus: Source,
  { checkCorpus, folder: chosen }: BackupOptions,
  kept: boolean,
  job: Job,
): Promise<Copy | null> {
  const folder = findBackupFolder(corpus.path, chosen);
  try {
    mkdirSync(folder, { recursive: true });
    sweepDrafts(folder);
  } catch (error) {
    throw toDiskError(error, folder) ?? new ExpectedError('folder-read-only', { folder });
  }
  const { uid, steps, articles, fingerprint } = readExtent(corpus.read);
  const backups = listBackupFiles(folder, uid);
  if (backups.some((each) => fingerprint.startsWith(each.fingerprint) && (each.kept || !kept))) return null;
  const at = corpus.environment.now().toISOString();
  const number = (backups[0]?.number ?? 0) + 1;
  const name = toBackupName({ number, at, steps, articles, fingerprint, corpus: uid, kept });
  const copy = await backUpTo(corpus, join(folder, name), checkCorpus, job);
  const automatic = listBackupFiles(folder, uid).filter((each) => !each.kept);
  for (const { path } of listBackupsToDelete(automatic)) rmSync(path, { force: true });
  return copy;
}
