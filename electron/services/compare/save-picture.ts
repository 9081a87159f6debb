import { join } from 'node:path';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { writeFolder, writeSynced } from '../write-folder.ts';

/** A name that every system takes as one of a file in the folder that it is put into. */
export const toFileName = (name: string, kind: 'svg' | 'png'): string =>
  `${
    name
      .replace(/[^\p{L}\p{M}\p{N} ,()-]/gu, '_')
      .trim()
      .slice(0, 80) || 'picture'
  }.${kind}`;

/** A picture that the page drew, in a new or empty folder. Errors: those of `writeFolder`. */
export function savePicture(
  { environment }: Corpus,
  folder: string,
  { name, kind, content }: { name: string; kind: 'svg' | 'png'; content: string },
): Promise<void> {
  const bytes = Buffer.from(content, kind === 'png' ? 'base64' : 'utf8');
  return writeFolder(environment, folder, (draft) => writeSynced(join(draft, toFileName(name, kind)), bytes));
}
