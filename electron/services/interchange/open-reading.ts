import type { NameMapping, ReadingChoice } from '#shared/domain/interchange';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import type { Job } from '../job.ts';
import { iterateBytes } from '../read-source-file.ts';
import { SourceDigest } from '../source-digest.ts';
import { openFiles, type GivenFile, type OpenFiles } from './files/open-files.ts';
import { guessNames } from './guess-names.ts';
import { createLookup, type Importer, type Reading } from './reading.ts';
import { chooseFormat } from './recognise.ts';
import { survey } from './survey.ts';

/** What is to be read, and what the person said of it. `annotator`: of annotations that name nobody; null means the importer. */
export type ReadingRequest = ReadingChoice & {
  files: readonly GivenFile[];
  mapping: readonly NameMapping[];
  annotator: string | null;
};

/**
 * Opens files and goes through them once; `use` is given the reading, and what was unpacked is removed behind it.
 *
 * Errors: those of `openFiles`, files-of-no-format, format-unknown, format-invalid, cancelled.
 */
export async function withReading<T>(
  { read: db, path }: Pick<Corpus, 'read' | 'path'>,
  request: ReadingRequest,
  importer: Importer,
  { note, job }: { note: Reading['note']; job: Job },
  use: (reading: Reading) => Promise<T>,
): Promise<T> {
  const files = await openFiles(request.files, job, path);
  try {
    const format = chooseFormat(files, request.format);
    const surveyed = await survey({ files, format }, request, job);
    const names = guessNames(db, format.name, surveyed, request.mapping);
    const byDefault = request.annotator ?? importer.name;
    const ours = createLookup(names);
    const codebook = getCodebook(db);
    const withoutRoom = new Set(
      names.flatMap(({ sort, by, theirs }) => (sort === 'label' && by === 'no-room' ? [theirs] : [])),
    );
    return await use({ db, files, format, surveyed, names, ours, importer, byDefault, codebook, withoutRoom, note });
  } finally {
    files.close();
  }
}

/** What files of a set are, each worked out once. */
export function createDigester(files: OpenFiles): (file: string) => SourceDigest {
  const known = new Map<string, SourceDigest>();
  return (file) => {
    const found = known.get(file);
    if (found) return found;
    const digest = new SourceDigest();
    for (const chunk of iterateBytes(files.fileOf(file))) digest.add(chunk);
    known.set(file, digest);
    return digest;
  };
}
