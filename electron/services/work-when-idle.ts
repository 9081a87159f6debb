import { countStaleWords, hasStaleWords } from '../corpus/derived/article-words.ts';
import { mergeSlice } from '../corpus/derived/merge-index.ts';
import { countAgain, countStale } from '../corpus/derived/stale-articles.ts';
import { toDiskError } from '../corpus/disk-error.ts';
import { foldLog } from '../corpus/fold-log.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { deleteSomeRemoved, hasRemoved } from './discard-batch.ts';
import { getWriter } from './write-step.ts';

/** Nobody has changed anything for so long before stale articles are counted again. */
const QUIET_MS = 500;
/** So many articles are counted, and so many rows deleted, at a close; what is left waits for the next opening. */
const MOST_AT_CLOSE = 500;

export type IdleWork = {
  /** Something was changed: waits for quiet anew. */
  wait(): void;
  /** Before the corpus is closed. */
  end(): void;
};

/**
 * While nobody works: deletes what discarded long writes left behind, counts the mentions and words of stale articles again, merges
 * the search index and folds the log in. Each is done in short transactions, and what is asked meanwhile is answered between two
 * of them. Does nothing where the corpus may not be written.
 */
export function workWhenIdle(corpus: Corpus, onFailure: (why: string) => void): IdleWork {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  /** Gives whether there is more to do. */
  const tidy = (most?: number): boolean => {
    const { writer, mode } = corpus;
    try {
      if (isOver || !writer || mode !== 'write') return false;
      const { db } = writer;
      if (hasRemoved(db) && db.transaction(() => deleteSomeRemoved(db, most)).immediate()) return true;
      if (countStale(db) > 0 && db.transaction(() => countAgain(db, most)).immediate() > 0) return true;
      return hasStaleWords(db) && db.transaction(() => countStaleWords(db, most)).immediate() > 0;
    } catch (error) {
      const failure: unknown = toDiskError(error, corpus.path) ?? error;
      onFailure(failure instanceof Error ? failure.message : String(failure)); // what is stale is read all the same
      return false;
    }
  };
  /** Gives whether there is more to do. */
  const mergeThenFold = (): boolean => {
    if (isOver || corpus.mode !== 'write') return false;
    try {
      const { db } = getWriter(corpus); // which notices first where another file was put in this one's place
      if (mergeSlice(db)) return true;
      foldLog(db);
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
    }
    return false;
  };
  const work = () => {
    if (tidy() || mergeThenFold()) timer = setTimeout(work, 0);
  };
  return {
    wait() {
      clearTimeout(timer);
      timer = setTimeout(work, QUIET_MS);
      timer.unref();
    },
    end() {
      clearTimeout(timer);
      tidy(MOST_AT_CLOSE);
      isOver = true;
    },
  };
}
