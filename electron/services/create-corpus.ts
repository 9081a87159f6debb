import { basename, extname } from 'node:path';
import type { LabelColour, LineStyle } from '#shared/domain/codebook';
import { builtInLabels } from '#shared/messages/en/codebook';
import { deriveUid } from '../corpus/derive-uid.ts';
import { createCorpusFile, type Environment } from '../corpus/open-corpus.ts';
import { keepCodebookVersion } from './codebook.ts';
import { toInitials } from './join.ts';
import { writeStep } from './write-step.ts';

const builtIn: readonly { name: keyof typeof builtInLabels; key: string; colour: LabelColour; line: LineStyle }[] = [
  { name: 'actor', key: 'A', colour: 'actor', line: 'solid' },
  { name: 'location', key: 'L', colour: 'location', line: 'double' },
  { name: 'claim', key: 'C', colour: 'claim', line: 'bracketed' },
];
/** No mention is an actor and a location at once; claims hold both. */
const excluding: Readonly<Record<string, string>> = { actor: 'location', location: 'actor' };

/**
 * Makes a corpus with the built-in labels and the person who made it; the file appears whole or not at all. Gives its uid.
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
      builtIn.forEach(({ name, key, colour, line }, position) => {
        const guideline = builtInLabels[name];
        const record = { name, position, key, colour, line, guideline, retired: 0, excludes: [] };
        step.insert('label', deriveUid('label', name), record);
      });
      for (const [name, excluded] of Object.entries(excluding)) {
        step.update('label', deriveUid('label', name), { excludes: [{ excluded: deriveUid('label', excluded) }] });
      }
      keepCodebookVersion(step);
    });
  });
  return uid;
}
