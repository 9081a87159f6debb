import { extname } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { createHash } from 'node:crypto';
import { keepChunk, type SourceToKeep } from '../../corpus/repositories/source-repository.ts';
import { pause, type Job } from '../job.ts';
import { iterateBytes } from '../read-source-file.ts';
import { continueStep } from '../write-step.ts';
import { encodingOf } from './files/decode-slices.ts';
import type { AnnotationImport } from './import-run.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.ann': 'text/plain',
  '.conll': 'text/plain',
  '.conllu': 'text/plain',
  '.tsv': 'text/tab-separated-values',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.xml': 'application/xml',
  '.xmi': 'application/xml',
};

/** A file that articles come from, as it is kept. */
export function statOfSource({ reading, sourceOf }: AnnotationImport, file: string): SourceToKeep {
  const { sizeBytes } = reading.files.fileOf(file);
  const [first = new Uint8Array(0)] = iterateBytes(reading.files.fileOf(file), 4);
  return {
    sha256: sourceOf(file),
    name: file,
    mediaType: MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    sizeBytes,
    encoding: encodingOf(first),
    strayBytes: [],
  };
}

/** Keeps the bytes of the files that articles came from, a transaction for each chunk. Errors: file-changed, cancelled and those of writing. */
export async function keepSources(run: AnnotationImport, job: Job): Promise<void> {
  for (const file of run.sources) {
    const hash = createHash('sha256');
    let n = 0;
    for (const chunk of iterateBytes(run.reading.files.fileOf(file))) {
      hash.update(chunk);
      continueStep(run.corpus, run.step, ({ db }) => keepChunk(db, run.sourceOf(file), n, chunk), { isSeen: false });
      n += 1;
      await pause(job);
    }
    if (hash.digest('hex') !== run.sourceOf(file)) throw new ExpectedError('file-changed', { file });
  }
}
