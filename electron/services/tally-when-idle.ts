import { countStale, tallyStale } from '../corpus/derived/entity-tally.ts';
import { toDiskError } from '../corpus/disk-error.ts';
import type { Corpus } from '../corpus/open-corpus.ts';

/** Nobody has changed anything for so long before stale articles are counted again. */
const QUIET_MS = 500;
/** So many articles are counted at a close; what is left waits for the next opening. */
const MOST_AT_CLOSE = 500;

export type IdleTally = {
  /** Something was changed: waits for quiet anew. */
  wait(): void;
  /** Before the corpus is closed. */
  end(): void;
};

/**
 * Counts the mentions of stale articles again while nobody works: a hundred at a time, each a transaction of its own, and what
 * is asked meanwhile is answered between two of them. Does nothing where the corpus may not be written.
 */
export function tallyWhenIdle(corpus: Corpus, onFailure: (why: string) => void): IdleTally {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const tally = (most?: number): number => {
    const { writer, mode } = corpus;
    try {
      if (isOver || !writer || mode !== 'write' || countStale(writer.db) === 0) return 0;
      return writer.db.transaction(() => tallyStale(writer.db, most)).immediate();
    } catch (error) {
      const failure: unknown = toDiskError(error, corpus.path) ?? error;
      onFailure(failure instanceof Error ? failure.message : String(failure)); // what is stale is read all the same
      return 0;
    }
  };
  const work = () => {
    if (tally() > 0) timer = setTimeout(work, 0);
  };
  return {
    wait() {
      clearTimeout(timer);
      timer = setTimeout(work, QUIET_MS);
      timer.unref();
    },
    end() {
      clearTimeout(timer);
      tally(MOST_AT_CLOSE);
      isOver = true;
    },
  };
}
