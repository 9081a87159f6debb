import { ExpectedError } from '#shared/errors';
import { identifyCorpus } from '../corpus/open-corpus.ts';
import { openForReading } from '../corpus/open-connection.ts';
import { checkStructure } from './verify/check-contents.ts';
import { checkJournal } from './verify/check-journal.ts';

/**
 * What is wrong with a corpus file, or null. `quick` looks at SQLite's pages only, `whole` at references and the journal's
 * chains too. A file that is refused by name (no corpus, newer, altered) is none of ours to judge: null.
 */
export function inspectCorpus(path: string, how: 'whole' | 'quick'): string | null {
  try {
    const place = identifyCorpus(path);
    const db = openForReading(place.path);
    try {
      if (how === 'quick') {
        const [row] = db.pragma('quick_check(1)') as { quick_check: string }[];
        return row?.quick_check === 'ok' ? null : (row?.quick_check ?? 'no answer');
      }
      return [...checkStructure(db), ...checkJournal(db).problems][0] ?? null;
    } finally {
      db.close();
      place.remove();
    }
  } catch (error) {
    return error instanceof ExpectedError && error.code !== 'corpus-damaged' ? null : (error as Error).message;
  }
}
