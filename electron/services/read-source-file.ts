import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import { ExpectedError } from '#shared/errors';
import { CHUNK_BYTES } from '../corpus/repositories/source-repository.ts';

/** Enough of a file to tell what it is. Unit: bytes. */
const SAMPLE_BYTES = 1 << 16;

/** Whether a file is one of those of a corpus. */
export const isPartOf = (corpus: string, { dev, ino }: Pick<Stats, 'dev' | 'ino'>) =>
  ['', '-wal', '-shm', '-lock'].some((part) => {
    const own = statSync(corpus + part, { throwIfNoEntry: false });
    return own?.dev === dev && own.ino === ino;
  });

/** A file that is to be imported, of which nothing but its beginning has been read. */
export type SourceFile = { path: string; name: string; sizeBytes: number; sample: Uint8Array };

/**
 * A file that can be read.
 *
 * `corpus` is the path of the one that is open: a read of one of its files by other means than SQLite's would drop its locks.
 * Errors: file-missing, file-is-folder, file-unreadable, file-binary.
 */
export function findSourceFile(path: string, name: string, corpus: string | null): SourceFile {
  return withReadErrors(name, () => {
    const stat = statSync(path);
    if (corpus !== null && isPartOf(corpus, stat)) throw new ExpectedError('file-binary', { file: name });
    if (stat.isDirectory()) throw new ExpectedError('file-is-folder', { file: name });
    if (!stat.isFile())
      throw new ExpectedError('file-unreadable', { file: name, reason: 'it is not an ordinary file' });
    const [sample = new Uint8Array(0)] = iterateBytes({ path, name }, SAMPLE_BYTES);
    return { path, name, sizeBytes: stat.size, sample };
  });
}

/** All its bytes at once. Errors: file-missing, file-unreadable. */
export const readSourceFile = ({ path, name }: SourceFile): Uint8Array =>
  withReadErrors(name, () => readFileSync(path));

/** Its bytes as they are kept: in chunks of 1 MiB. Errors: file-missing, file-unreadable. */
export function* iterateBytes(
  { path, name }: Pick<SourceFile, 'path' | 'name'>,
  chunkBytes = CHUNK_BYTES,
): Generator<Uint8Array> {
  const file = withReadErrors(name, () => openSync(path, 'r'));
  try {
    // thousands of small files each want no more room than they fill
    const room = Math.min(chunkBytes, Math.max(fstatSync(file).size + 1, 4096));
    for (;;) {
      const chunk = new Uint8Array(room);
      const length = withReadErrors(name, () => fill(file, chunk));
      if (length > 0) yield chunk.subarray(0, length);
      if (length < chunk.length) return;
    }
  } finally {
    closeSync(file);
  }
}

/** A read may give less than was asked for, and the file go on all the same. */
function fill(file: number, chunk: Uint8Array): number {
  let length = 0;
  while (length < chunk.length) {
    const read = readSync(file, chunk, length, chunk.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function withReadErrors<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    const { code = 'unknown', message } = error as { code?: string; message: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ExpectedError('file-missing', { file });
    const reason = code === 'EACCES' || code === 'EPERM' ? 'you have no right to read it' : message;
    throw new ExpectedError('file-unreadable', { file, reason });
  }
}
