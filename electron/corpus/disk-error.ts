import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { otherProgram } from '#shared/messages/en/notices';

type Coded = { code?: string; message?: string };

/** The last: the index of the write-ahead log, which readers make too, found no room. */
const full = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE'];

/** SQLite's and the system's words for a failing disk, as errors that a person can act on; undefined for anything else. */
export function toDiskError(error: unknown, path: string): ExpectedError | undefined {
  const { code = '', message = '' } = error as Coded;
  const file = basename(path);
  if (full.includes(code)) return new ExpectedError('disk-full', { file });
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB')
    return new ExpectedError('corpus-damaged', { file, detail: message });
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code === 'EIO')
    return new ExpectedError('disk-failed', { file, detail: `${code}: ${message}` });
  if (code.startsWith('SQLITE_BUSY')) return new ExpectedError('corpus-in-use', { file, holder: otherProgram });
  if (code.startsWith('SQLITE_READONLY')) return new ExpectedError('corpus-read-only', { file });
  return undefined;
}
