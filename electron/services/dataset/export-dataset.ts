import { readdirSync, rmdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import {
  DatasetChoice,
  type DatasetCheck,
  type DatasetChoiceInput,
  type DatasetPreview,
  type ExportReport,
  type LossKind,
} from '#shared/domain/dataset';
import { toArticleFilter } from '#shared/domain/filter';
import { openSnapshot, type Corpus } from '../../corpus/open-corpus.ts';
import { countPredictions } from '../../corpus/repositories/dataset-repository.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Chunk } from '../../formats/format.ts';
import { findContentFingerprint, getKnownFingerprint } from '../content-fingerprint.ts';
import { computeAgreement } from '../agreement/figures.ts';
import { createPacer, pause, type Job } from '../job.ts';
import { writeFolder, writeSynced } from '../write-folder.ts';
import { makeCard, type DatasetFile } from './make-card.ts';
import { countWhole, openDataset, type OpenDataset } from './open-dataset.ts';
import { readWritten } from './read-written.ts';
import { listLossGroups, type Tally } from './tally.ts';
import { DatasetFiles, packFiles, toBytes } from './write-files.ts';

const SAMPLE_LENGTH = 1500;
/** So many losses of a sort a page lists. */
const LOSSES_SHOWN = 100;
const LOSSES_NAMED = 10_000;

/** Goes through a dataset chunk by chunk, letting others have their turn. Errors: cancelled. */
async function goThrough(
  { format, parts, articles }: OpenDataset,
  job: Job,
  take: (file: string, chunk: Chunk) => void,
): Promise<void> {
  await pause(job);
  const breathe = createPacer(job);
  for (const { dataset } of parts) {
    const folder = dataset.part === null || format.namesParts ? '' : `${dataset.part}/`;
    for await (const chunk of format.write(dataset)) {
      take(`${folder}${chunk.file}`, chunk);
      const waiting = breathe();
      if (!waiting) continue;
      job.report({
        done: parts.reduce((sum, { tally }) => sum + tally.articles, 0),
        total: articles,
        what: 'articles',
      });
      await waiting;
    }
  }
}

/** What a dataset would hold; nothing is written. Errors: those of `dataset:preview`. */
export async function previewDataset(corpus: Corpus, given: DatasetChoiceInput, job: Job): Promise<DatasetPreview> {
  const choice = DatasetChoice.parse(given);
  const db = openSnapshot(corpus);
  try {
    const dataset = await openDataset(db, choice, corpus.environment.version, job);
    const sizes = new Map<string, number>();
    let sample = '';
    await goThrough(dataset, job, (file, chunk) => {
      sizes.set(file, (sizes.get(file) ?? 0) + toBytes(chunk).length);
      const isFirst = sizes.keys().next().value === file;
      if (isFirst && sample.length < SAMPLE_LENGTH) sample += toSample(chunk);
    });
    const tally = countWhole(dataset);
    const files = toNames(
      dataset,
      [...sizes].map(([name, sizeBytes]) => ({ name, sizeBytes, sha256: null })),
    );
    return {
      articles: tally.articles,
      annotations: tally.annotations,
      relations: tally.relations,
      byLabel: Object.fromEntries(tally.byLabel),
      offered: {
        labels: Object.fromEntries(tally.offered.labels),
        annotators: Object.fromEntries(tally.offered.annotators),
      },
      units: [...dataset.format.units],
      needsText: dataset.format.needsText,
      parts: toParts(dataset),
      files: files.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
      losses: listLossGroups(tally, LOSSES_SHOWN),
      checks: listChecks(db, dataset, tally),
      card: makeCard(db, dataset, {
        tally,
        files,
        contentFingerprint: getKnownFingerprint(db) ?? null,
        agreement: null,
      }),
      sample: sample.slice(0, SAMPLE_LENGTH),
      mismatches: tally.mismatches.length + tally.changed.length,
    };
  } finally {
    db.close();
  }
}

/** The beginning of what is a text. */
function toSample(chunk: Chunk): string {
  if ('text' in chunk) return chunk.text.slice(0, SAMPLE_LENGTH);
  if (!chunk.isText) return '';
  const start = chunk.bytes.subarray(0, SAMPLE_LENGTH * 4); // no character takes more
  return new TextDecoder().decode(start).slice(0, SAMPLE_LENGTH);
}

const toParts = ({ parts }: OpenDataset) =>
  Object.fromEntries(parts.flatMap(({ dataset: { part }, tally }) => (part === null ? [] : [[part, tally.articles]])));

/** The files as they will be: those of an archive are one. */
function toNames({ format, parts }: OpenDataset, files: DatasetFile[]): DatasetFile[] {
  const { archive } = format;
  if (archive === undefined) return files;
  return parts.map(({ dataset: { part } }) => {
    const name = part === null ? archive : `${part}/${archive}`;
    const own = files.filter((file) => part === null || file.name.startsWith(`${part}/`));
    return { name, sizeBytes: own.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), sha256: null };
  });
}

/** What must hold before anything is written. */
function listChecks(db: ReadDb, { dealt }: OpenDataset, tally: Tally): DatasetCheck[] {
  const quotes = {
    name: 'quotes',
    done: tally.annotations - tally.mismatches.length,
    total: tally.annotations,
  } as const;
  const keptOut = countPredictions(db);
  const texts = { name: 'texts', done: tally.articles - tally.changed.length, total: tally.articles } as const;
  return [
    quotes,
    texts,
    { name: 'no-suggestion', done: keptOut, total: keptOut },
    ...(dealt ? [countCopiesTogether(dealt)] : []),
  ];
}

/** Pairs of near copies that are in one part, of all pairs of them. */
function countCopiesTogether({ partOf, copies }: NonNullable<OpenDataset['dealt']>): DatasetCheck {
  const together = copies.filter(([a, b]) => partOf.get(a) === partOf.get(b)).length;
  return { name: 'parts-share-no-copy', done: together, total: copies.length };
}

/**
 * Writes a dataset beside its folder, reads it back, and only then puts it in its place: all files, or none.
 *
 * Errors: those of `dataset:export`.
 */
export async function exportDataset(
  corpus: Corpus,
  given: DatasetChoiceInput,
  folder: string,
  job: Job,
): Promise<ExportReport> {
  const choice = DatasetChoice.parse(given);
  const db = openSnapshot(corpus);
  try {
    return await writeFolder(corpus.environment, folder, async (draft) => {
      const dataset = await openDataset(db, choice, corpus.environment.version, job);
      const written = await writeFiles(dataset, draft, job);
      const tally = countWhole(dataset);
      await recheck(dataset, { draft, folder, tally, written, job });
      const files = await packAll(dataset, draft, written);
      const contentFingerprint = await findContentFingerprint(db, createPacer(job));
      const annotations = tally.annotations - countLosses(tally, 'overlap');
      const agreement = await computeAgreement(db, { articles: toArticleFilter(choice.filter) }, job);
      const card = makeCard(db, dataset, { tally, files, contentFingerprint, agreement });
      writeSynced(join(draft, 'README.md'), card);
      return {
        files: [...files.map(({ name }) => name), 'README.md'].map((name) => join(folder, name)),
        articles: tally.articles,
        annotations,
        relations: tally.relations,
        losses: listLossGroups(tally, LOSSES_NAMED).flatMap(({ first }) => first),
        lost: listLossGroups(tally, 0).map(({ kind, what, kept, count }) => ({ kind, what, kept, count })),
        checked: { annotations, files: files.length, mismatches: 0 },
      };
    });
  } finally {
    db.close();
  }
}

async function writeFiles(dataset: OpenDataset, draft: string, job: Job): Promise<DatasetFile[]> {
  const files = new DatasetFiles(draft);
  try {
    await goThrough(dataset, job, (file, chunk) => files.take(file, chunk));
    return await files.finish(createPacer(job));
  } catch (error) {
    files.abandon();
    throw error;
  }
}

/** Packs what the format has packed; a part that is empty has no file. */
async function packAll({ format, parts }: OpenDataset, draft: string, files: DatasetFile[]): Promise<DatasetFile[]> {
  const { archive } = format;
  if (archive === undefined) return files;
  const packed: DatasetFile[] = [];
  for (const { part } of parts.map(({ dataset }) => dataset)) {
    const own = files.filter(({ name }) => part === null || name.startsWith(`${part}/`));
    if (own.length > 0) packed.push(await packFiles(draft, own, part === null ? archive : `${part}/${archive}`));
  }
  removeEmptyFolders(draft);
  return packed;
}

/** What is left of folders whose files were packed. */
function removeEmptyFolders(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) continue;
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}

const countLosses = ({ losses }: Tally, kind: LossKind) =>
  [...losses.values()].reduce((sum, sort) => sum + (sort.kind === kind ? sort.count : 0), 0);

type Written = { draft: string; folder: string; tally: Tally; written: DatasetFile[]; job: Job };

/** Throws unless all that was to be written reads back as it should. Errors: export-mismatch, cancelled. */
async function recheck({ format, parts }: OpenDataset, { draft, folder, tally, written, job }: Written): Promise<void> {
  const mismatches = [
    ...tally.mismatches.map((uid) => `annotation ${uid}`),
    ...tally.changed.map((uid) => `text of ${uid}`),
  ];
  const count = { articles: 0, annotations: 0, relations: 0 };
  let hasArticles = true;
  let isCounted = true;
  let hasRelations = true;
  const breathe = createPacer(job);
  for (const { dataset } of parts) {
    const at = dataset.part === null || format.namesParts ? '' : `${dataset.part}/`;
    const names = written.map(({ name }) => name).filter((name) => name.startsWith(at));
    const files = readWritten(
      join(draft, at),
      names.map((name) => name.slice(at.length)),
    );
    const { articles, annotations, relations, mismatches: found } = await format.recheck(files, dataset, breathe);
    if (articles === null) hasArticles = false;
    else count.articles += articles;
    if (annotations === null) isCounted = false;
    else count.annotations += annotations;
    if (relations === null) hasRelations = false;
    else count.relations += relations;
    mismatches.push(...found);
  }
  if (hasArticles && count.articles !== tally.articles)
    mismatches.push(`${count.articles} of ${tally.articles} articles`);
  const lost = countLosses(tally, 'overlap');
  // parts that became annotations of their own are counted as such
  if (isCounted && countLosses(tally, 'gap-split') === 0 && count.annotations !== tally.annotations - lost)
    mismatches.push(`${count.annotations} of ${tally.annotations - lost} annotations`);
  const related = tally.relations - countLosses(tally, 'relation');
  if (hasRelations && count.relations !== related) mismatches.push(`${count.relations} of ${related} relations`);
  const [first] = mismatches;
  if (first !== undefined) throw new ExpectedError('export-mismatch', { file: basename(folder), detail: first });
}
