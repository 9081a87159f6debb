import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';
import { ExpectedError } from '#shared/errors';
import { toDiskError } from '../corpus/disk-error.ts';

/** Copies the sample corpus into a folder under a name that is free ("Sample", "Sample 2", …); gives its path. */
export function copySample(sample: string, folder: string): string {
  if (!existsSync(sample)) throw new ExpectedError('corpus-missing', { file: sample });
  for (let n = 1; ; n += 1) {
    const path = join(folder, `Sample${n === 1 ? '' : ` ${n}`}${CORPUS_EXTENSION}`);
    if (existsSync(path)) continue;
    try {
      copyFileSync(sample, path); // nobody has the sample open: it is only ever copied
      return path;
    } catch (error) {
      throw toDiskError(error, path) ?? new ExpectedError('folder-read-only', { folder });
    }
  }
}
