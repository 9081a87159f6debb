import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OffsetUnit } from '#shared/domain/dataset';
import { anchor, countAgreement } from '../../../electron/formats/anchor.ts';
import type { Format } from '../../../electron/formats/format.ts';
import type { Found } from '../../../electron/formats/found.ts';
import { toFileSet, type Files } from './in-memory.ts';

export const samplesFolder = process.env['GALLEY_SAMPLES'] ?? '../shared/samples';

/** Real files that others made, by their paths under a folder of the samples; null, and said so, where they are not there. */
export function readSamples(folder: string): Files | null {
  const path = join(samplesFolder, folder);
  if (!existsSync(path)) {
    console.warn(`skipped: there is no ${path}; set GALLEY_SAMPLES to the folder of samples`);
    return null;
  }
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(path.length + 1), readFileSync(name)]));
}

/** All that a format reads of some files. */
export async function readFound(format: Format, files: Files): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of format.reader!.read(toFileSet(files), { unit: 'auto' })) found.push(each);
  return found;
}

/**
 * One line for each thing that was found: `file: placed of all, agree of those with quotes in the unit that agrees best`, with what
 * could not be placed and how much was left; or why it was refused.
 */
export const survey = (format: Format, found: readonly Found[]): string[] =>
  found.flatMap((each) => {
    if ('refused' in each) {
      const { file, line, reason } = each.refused;
      return `${file}${line === null ? '' : `:${line}`}: ${reason}`;
    }
    if (!('document' in each)) return [];
    const { document } = each;
    const agreement = countAgreement(document);
    const said = document.unit ?? format.reader!.unit;
    const unit = OffsetUnit.options.reduce((best, other) => (agreement[other] > agreement[best] ? other : best), said);
    const { placed, unplaced, quoted, agree } = anchor(document, unit);
    const left = document.left.reduce((sum, { count }) => sum + count, 0);
    const missed = unplaced.map(({ why }) => why).join(', ');
    return [
      `${document.file}: ${placed.length} of ${document.annotations.length}, ${agree} of ${quoted} ${unit}`,
      ...(document.relations.length > 0 ? [`${document.relations.length} relations`] : []),
      ...(left > 0 ? [`${left} left`] : []),
      ...(missed === '' ? [] : [missed]),
    ].join('; ');
  });
