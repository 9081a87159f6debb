import { rebuildTable } from '../corpus/derived/all-derived.ts';
import type { Derived } from '../corpus/derived/derived.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { pause, type Job } from './job.ts';
import { getWriter } from './write-step.ts';

/** Makes derived tables anew, one after the other. Errors: cancelled and those of writing. */
export async function rebuildDerived(corpus: Corpus, which: readonly Derived[], job: Job): Promise<void> {
  const { db } = getWriter(corpus);
  for (const derived of which) {
    for (const { done, total } of rebuildTable(db, derived)) {
      job.report({ done, total, what: derived.name });
      await pause(job);
    }
  }
}
