import { readFileSync, statSync, type Stats } from 'node:fs';
import { ExpectedError } from '#shared/errors';
import { sha256Hex } from '../corpus/journal/hash.ts';

/** Larger than any article; tables of articles have a limit of their own. */
const LIMIT_MB = 32;

const isPartOf = (corpus: string, { dev, ino }: Stats) =>
  ['', '-wal', '-shm', '-lock'].some((part) => {
    const own = statSync(corpus + part, { throwIfNoEntry: false });
    return own?.dev === dev && own.ino === ino;
  });

export type SourceFile = { name: string; bytes: Uint8Array; sha256: string };

/**
 * The bytes of a file that is to be imported.
 *
 * `corpus` is the path of the one that is open: a read of one of its files by other means than SQLite's would drop its locks.
 * Errors: file-missing, file-is-folder, file-too-large, file-unreadable, file-binary.
 */
export function readSourceFile(path: string, name: string, corpus: string | null): SourceFile {
  try {
    const stat = statSync(path);
    if (corpus !== null && isPartOf(corpus, stat)) throw new ExpectedError('file-binary', { file: name });
    if (stat.isDirectory()) throw new ExpectedError('file-is-folder', { file: name });
    if (!stat.isFile())
      throw new ExpectedError('file-unreadable', { file: name, reason: 'it is not an ordinary file' });
    if (stat.size > LIMIT_MB * 1e6) {
      throw new ExpectedError('file-too-large', { file: name, sizeMb: Math.ceil(stat.size / 1e6), limitMb: LIMIT_MB });
    }
    const bytes = readFileSync(path);
    return { name, bytes, sha256: sha256Hex(bytes) };
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    const { code = 'unknown', message } = error as { code?: string; message: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ExpectedError('file-missing', { file: name });
    const reason = code === 'EACCES' || code === 'EPERM' ? 'you have no right to read it' : message;
    throw new ExpectedError('file-unreadable', { file: name, reason });
  }
}
