import type { ReadDb } from '../corpus/connection.ts';
import { listHeads, toFingerprint } from '../corpus/journal/chain.ts';
import { openSnapshot, type Corpus } from '../corpus/open-corpus.ts';

/** How often all is worked out anew because somebody wrote meanwhile, before they are kept out of it. */
const TRIES = 2;

/**
 * What takes long to work out, of one moment although people work meanwhile. What views keep between them is kept by connection, so
 * that the one that pages read is tried first.
 */
export async function atOneMoment<T>(corpus: Corpus, work: (db: ReadDb) => Promise<T>): Promise<T> {
  const now = () => toFingerprint(listHeads(corpus.read));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = now();
    const made = await work(corpus.read);
    if (now() === before) return made;
  }
  const snapshot = openSnapshot(corpus);
  try {
    return await work(snapshot);
  } finally {
    snapshot.close();
  }
}
