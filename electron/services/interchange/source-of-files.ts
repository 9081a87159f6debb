import { extname } from 'node:path';
import { keepChunk, type SourceToKeep } from '../../corpus/repositories/source-repository.ts';
import { pause, type Job } from '../job.ts';
import { iterateBytes } from '../read-source-file.ts';
import { continueStep, type StepWriter } from '../write-step.ts';
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
export function statOfSource({ reading, digestOf }: AnnotationImport, file: string): SourceToKeep {
  const { sizeBytes } = reading.files.fileOf(file);
  const [first = new Uint8Array(0)] = iterateBytes(reading.files.fileOf(file), 4);
  return {
    sha256: digestOf(file).sha256,
    name: file,
    mediaType: MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    sizeBytes,
    encoding: encodingOf(first),
    strayBytes: [],
  };
}

/** Chunks are kept together up to this, and so many, in one transaction. Unit: bytes. */
const KEPT_AT_ONCE = 1 << 20;
const MOST_AT_ONCE = 200;

/** Keeps the bytes of the files that articles came from. Errors: file-changed, cancelled and those of writing. */
export async function keepSources(run: AnnotationImport, job: Job): Promise<void> {
  let waiting: { sha256: string; n: number; chunk: Uint8Array }[] = [];
  let bytes = 0;
  const keep = async () => {
    const some = waiting;
    waiting = [];
    bytes = 0;
    const store = ({ db }: StepWriter) => some.forEach(({ sha256, n, chunk }) => keepChunk(db, sha256, n, chunk));
    continueStep(run.corpus, run.step, store, { isSeen: false });
    await pause(job);
  };
  for (const file of run.sources) {
    const digest = run.digestOf(file);
    for (const { n, chunk } of digest.readAgain(run.reading.files.fileOf(file))) {
      waiting.push({ sha256: digest.sha256, n, chunk });
      bytes += chunk.length;
      if (bytes >= KEPT_AT_ONCE || waiting.length >= MOST_AT_ONCE) await keep();
    }
  }
  if (waiting.length > 0) await keep();
}
