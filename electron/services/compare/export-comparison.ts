import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compared } from '#shared/domain/comparison';
import { comparisonParts, type ComparisonOutput, type WholeComparison } from '#shared/domain/whole-comparison';
import { ExpectedError } from '#shared/errors';
import { toWholePictures } from '#shared/pictures/whole';
import { toWholeTables } from '#shared/tables/whole';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { toDiskError } from '../../corpus/disk-error.ts';
import { listHeads, toFingerprint } from '../../corpus/journal/chain.ts';
import { findDayOfNewestStep } from '../../corpus/journal/steps.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { drawFile } from '../../pictures/draw-picture.ts';
import { atOneMoment } from '../at-one-moment.ts';
import { findContentFingerprint } from '../content-fingerprint.ts';
import { createPacer, pause, type Job } from '../job.ts';
import { writeFolder, writeSynced } from '../write-folder.ts';
import { writeReport, type ReportFacts } from './report.ts';
import { compareWhole } from './whole.ts';
import { writeTable } from './write-table.ts';

type Compare = { whole: WholeComparison; facts: ReportFacts };

/** A file to be written, with its name. */
type File = { name: string; content: string };

/**
 * Writes a comparison into a new or empty folder: its tables, its pictures, its report; all of the files, or none.
 *
 * Errors: those of `writeFolder` and of the filters, cancelled.
 */
export async function exportComparison(
  corpus: Corpus,
  { compared, outputs, folder }: { compared: Compared; outputs: readonly ComparisonOutput[]; folder: string },
  job: Job,
): Promise<string[]> {
  const made = await atOneMoment(corpus, (db) => compare(db, corpus, compared, job));
  return writeFolder(corpus.environment, folder, async (draft) => {
    const names: string[] = [];
    for (const { name, content } of listFiles(made, outputs)) {
      await pause(job);
      mkdirSync(dirname(join(draft, name)), { recursive: true });
      writeSynced(join(draft, name), content);
      names.push(name);
    }
    return names;
  });
}

/**
 * Writes a report to a path where there is nothing yet. Errors: file-exists, folder-missing, folder-read-only, those of the filters,
 * cancelled.
 */
export async function exportReport(corpus: Corpus, compared: Compared, path: string, job: Job): Promise<void> {
  if (existsSync(path)) throw new ExpectedError('file-exists', { file: path });
  if (!existsSync(dirname(path))) throw new ExpectedError('folder-missing', { folder: dirname(path) });
  const { whole, facts } = await atOneMoment(corpus, (db) => compare(db, corpus, compared, job));
  const draft = `${path}.writing-${corpus.environment.newUid()}`;
  try {
    writeSynced(draft, writeReport(whole, facts));
    if (existsSync(path)) throw new ExpectedError('file-exists', { file: path });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as { code?: string }).code ?? ''))
      throw new ExpectedError('folder-read-only', { folder: dirname(path) });
    throw toDiskError(error, path) ?? error;
  }
}

function* listFiles({ whole, facts }: Compare, outputs: readonly ComparisonOutput[]): Generator<File> {
  const tables = toWholeTables(whole);
  const pictures = toWholePictures(whole);
  const toName = (folder: string, file: string) => (outputs.length > 1 ? `${folder}/${file}` : file);
  for (const part of comparisonParts) {
    if (outputs.includes('tables'))
      for (const table of tables[part])
        yield { name: toName('tables', `${table.name}.csv`), content: writeTable(table) };
    if (outputs.includes('pictures'))
      for (const { name, draw } of pictures[part])
        yield { name: toName('pictures', `${name}.svg`), content: drawFile(draw) };
  }
  if (outputs.includes('report')) yield { name: 'report.html', content: writeReport(whole, facts) };
}

/** All views and the fingerprints. */
async function compare(db: ReadDb, { environment }: Corpus, compared: Compared, job: Job): Promise<Compare> {
  const whole = await compareWhole(db, compared, job);
  await pause(job);
  return {
    whole,
    facts: {
      corpus: statement<[], string>(db, 'SELECT title FROM corpus').pluck().get()!,
      contentFingerprint: await findContentFingerprint(db, createPacer(job)),
      fingerprint: toFingerprint(listHeads(db)),
      date: findDayOfNewestStep(db),
      version: environment.version,
    },
  };
}
