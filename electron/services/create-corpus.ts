import { basename, extname } from 'node:path';
import { createCorpusFile, type Environment } from '../corpus/open-corpus.ts';
import { addBuiltIns, insertBuiltInLabels } from './built-ins.ts';
import { keepCodebookVersion } from './codebook.ts';
import { toInitials } from './join.ts';
import { writeStep } from './write-step.ts';

/**
 * Makes a corpus with the built-in codebook and the person who made it; the file appears whole or not at all. Gives its uid.
 *
 * Errors: corpus-exists, folder-missing, folder-read-only, not-durable, disk-full, disk-failed.
 */
export function createCorpus(path: string, annotatorName: string, environment: Environment): string {
  const uid = environment.newUid();
  createCorpusFile(path, environment, (corpus) => {
    const annotator = environment.newUid();
    writeStep(corpus, annotator, 'create corpus', (step) => {
      step.insert('annotator', annotator, { name: annotatorName, initials: toInitials(annotatorName), colour: null });
      const title = basename(path, extname(path));
      step.insert('corpus', uid, { title, description: '', licence: '' });
      insertBuiltInLabels(step);
      addBuiltIns(step);
      keepCodebookVersion(step);
    });
  });
  return uid;
}
