import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { openCorpus, type Corpus, type Environment } from '../../corpus/open-corpus.ts';
import { getCorpusRow } from '../../corpus/repositories/corpus-repository.ts';

/** Looks at a file in a process of its own; gives what is wrong with it, or null. */
export type CheckOther = (path: string, how: 'whole') => Promise<string | null>;

/**
 * Opens another copy for reading, once it was looked at in a process that can be killed: as it is now, whatever is done to it meanwhile.
 * One of an older format is brought up to date in a private copy. The caller closes it.
 *
 * Errors: corpus-missing, not-a-corpus, corpus-newer, corpus-altered, corpus-damaged, merge-unrelated.
 */
export async function openOther(
  mine: Corpus,
  path: string,
  { check, otherCorpus, environment }: { check: CheckOther; otherCorpus: boolean; environment: Environment },
): Promise<Corpus> {
  const problem = await check(path, 'whole');
  if (problem !== null) throw new ExpectedError('corpus-damaged', { file: basename(path), detail: problem });
  const other = openCorpus(path, 'read', environment);
  try {
    other.read.exec('BEGIN');
    if (!otherCorpus && getCorpusRow(other.read)?.uid !== getCorpusRow(mine.read)?.uid)
      throw new ExpectedError('merge-unrelated', { file: basename(path) });
    return other;
  } catch (error) {
    other.close();
    throw error;
  }
}
