import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCorpus, type Corpus } from '../../electron/corpus/open-corpus.ts';
import { environment } from './corpus/build-corpus.ts';
import { copyCorpus, findCorpus } from './corpus/find-corpus.ts';

/** A folder that is removed when the work has ended. */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A corpus of so many articles that may be changed. */
export const withCopy = <T>(articles: number, work: (corpus: Corpus) => T | Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    const corpus = openCorpus(copyCorpus(articles, folder), 'write', environment);
    try {
      return await work(corpus);
    } finally {
      corpus.close();
    }
  });

/** A corpus of so many articles that is only read. */
export function withCorpus<T>(articles: number, work: (corpus: Corpus) => T): T {
  const corpus = openCorpus(findCorpus(articles), 'read', environment);
  try {
    return work(corpus);
  } finally {
    corpus.close();
  }
}
