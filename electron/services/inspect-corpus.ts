import { ExpectedError } from '#shared/errors';
import { identifyCorpus } from '../corpus/open-corpus.ts';
import { openForReading } from '../corpus/open-connection.ts';
import type { ReadDb } from '../corpus/connection.ts';
import { checkHashes, checkStructure } from './verify/check-contents.ts';
import { checkJournal, startJournalCheck } from './verify/check-journal.ts';

/**
 * What is wrong with a corpus file, or null. `quick` looks at SQLite's pages only, `whole` at references and the journal's
 * chains too, `copy` at every text's and source's hash as well: what is to be relied on. A file that is refused by name (no corpus, newer, altered) is none of ours to judge: null.
 */
export function inspectCorpus(path: string, how: 'quick' | 'whole' | 'copy'): string | null {
  try {
    const place = identifyCorpus(path);
    const db = openForReading(place.path);
    try {
      if (how === 'quick') {
        const [row] = db.pragma('quick_check(1)') as { quick_check: string }[];
        return row?.quick_check === 'ok' ? null : (row?.quick_check ?? 'no answer');
      }
      return checkWhole(db, how === 'copy');
    } finally {
      db.close();
      place.remove();
    }
  } catch (error) {
    if (!(error instanceof ExpectedError)) return (error as Error).message;
    const { code, values } = error.toFailure();
    // that the file is damaged is said by whoever asks
    return code === 'corpus-damaged' ? values.detail : null;
  }
}

function checkWhole(db: ReadDb, withHashes: boolean): string | null {
  const problems = checkStructure(db);
  const journal = startJournalCheck();
  if (withHashes && problems.length === 0) Array.from(checkHashes(db, problems));
  if (problems.length === 0) Array.from(checkJournal(db, journal));
  return [...problems, ...journal.problems][0] ?? null;
}
