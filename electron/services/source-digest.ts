import { createHash } from 'node:crypto';
import { ExpectedError } from '#shared/errors';
import { sha256Hex } from '../corpus/journal/hash.ts';
import { iterateBytes, type SourceFile } from './read-source-file.ts';

/**
 * What a file was when it was read: the SHA-256 of it, and of each chunk as `iterateBytes` gives them. What is kept of it later is
 * held against these before it is written, since what is written once stays.
 */
export class SourceDigest {
  readonly #whole = createHash('sha256');
  readonly #chunks: string[] = [];
  #sha256: string | undefined;

  add(chunk: Uint8Array): void {
    this.#whole.update(chunk);
    this.#chunks.push(sha256Hex(chunk));
  }

  /** The SHA-256 of the file, in hex, once all its chunks were added. */
  get sha256(): string {
    return (this.#sha256 ??= this.#whole.digest('hex'));
  }

  /** The chunks of the file as it is now, each only if it is as it was. Errors: file-changed, file-missing, file-unreadable. */
  *readAgain(file: Pick<SourceFile, 'path' | 'name'>): Generator<{ n: number; chunk: Uint8Array }> {
    let n = 0;
    for (const chunk of iterateBytes(file)) {
      if (sha256Hex(chunk) !== this.#chunks[n]) throw new ExpectedError('file-changed', { file: file.name });
      yield { n, chunk };
      n += 1;
    }
    if (n !== this.#chunks.length) throw new ExpectedError('file-changed', { file: file.name });
  }
}
