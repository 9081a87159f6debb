import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { formatCodebookFile } from '#shared/domain/codebook-file';
import { statement, type ReadDb } from '../corpus/connection.ts';
import { toDiskError } from '../corpus/disk-error.ts';
import { getCodebook } from '../corpus/repositories/codebook-repository.ts';

export type WrittenCodebook = { name: string; text: string };

/** The codebook as the text of one JSON file (docs/codebook.md), and a name for it. The same codebook gives the same bytes. */
export function exportCodebook(db: ReadDb): WrittenCodebook {
  const corpus = statement<[], { title: string }>(db, 'SELECT title FROM corpus').get();
  return { name: `${toFileName(corpus?.title ?? '')}.codebook.json`, text: formatCodebookFile(getCodebook(db)) };
}

/** A title without what file systems refuse. */
const toFileName = (title: string) =>
  title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .trim()
    .slice(0, 100) || 'corpus';

/** Writes the file into a new folder. Errors: folder-not-empty, folder-read-only, disk-full, disk-failed. */
export function writeCodebook({ name, text }: WrittenCodebook, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text, { flag: 'wx', flush: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ExpectedError('folder-not-empty', { folder });
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
      throw new ExpectedError('folder-read-only', { folder: dirname(folder) });
    throw toDiskError(error, folder) ?? error;
  }
}
