import { statement } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { addBuiltIns } from './built-ins.ts';
import { keepCodebookVersion } from './codebook.ts';
import { getWriter, writeStep } from './write-step.ts';

/**
 * Gives a corpus of an older Galley what newer ones begin with, as one step of whoever made it; does nothing where all is there.
 *
 * Errors: those of writing.
 */
export function upgradeCorpus(corpus: Corpus): void {
  const founder = statement<[], { annotator: string }>(
    getWriter(corpus).db,
    `SELECT annotator_uid AS annotator FROM step WHERE act = 'create corpus' ORDER BY id LIMIT 1`,
  ).get();
  if (!founder) return;
  writeStep(corpus, founder.annotator, 'upgrade', (step) => {
    if (addBuiltIns(step)) keepCodebookVersion(step);
  });
}
