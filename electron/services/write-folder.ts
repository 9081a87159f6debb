import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { toDiskError } from '../corpus/disk-error.ts';
import type { Environment } from '../corpus/open-corpus.ts';

/**
 * Has files written beside a folder that is new or empty, and puts them in its place when all are there: all of them, or none.
 *
 * Errors: folder-not-empty, folder-read-only, disk-full, disk-failed and those of `write`.
 */
export async function writeFolder<T>(
  { newUid }: Environment,
  folder: string,
  write: (draft: string) => T | Promise<T>,
): Promise<T> {
  const draft = `${folder}.writing-${newUid()}`;
  let made: string | undefined;
  try {
    refuseUnlessFree(folder);
    made = mkdirSync(draft, { recursive: true });
    const result = await write(draft);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(draft, folder);
    return result;
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true }); // with the folders made to hold it
    const { code } = error as { code?: string };
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
      throw new ExpectedError('folder-read-only', { folder: dirname(folder) });
    // something was put there while we wrote
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw new ExpectedError('folder-not-empty', { folder });
    throw toDiskError(error, folder) ?? error;
  }
}

function refuseUnlessFree(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat && (!stat.isDirectory() || readdirSync(folder).length > 0))
    throw new ExpectedError('folder-not-empty', { folder });
}

/** Writes a new file; it is on the disk when this returns. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const fd = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
