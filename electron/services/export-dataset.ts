import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { ExpectedError } from '#shared/errors';
import type { DatasetPreview, ExportReport, FormatName } from '#shared/domain/dataset';
import { toArticleFilter } from '#shared/domain/filter';
import type { ReadDb } from '../corpus/connection.ts';
import { openSnapshot, type Corpus } from '../corpus/open-corpus.ts';
import { countMatching } from '../corpus/repositories/article-repository.ts';
import type { Chunk, WrittenFiles } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import { createTally, iterateDataset, makeCard, type DatasetChoice, type DatasetFile, type Tally } from './dataset.ts';
import { pause, type Job } from './job.ts';
import { writeFolder, writeSynced } from './write-folder.ts';

const SAMPLE_LENGTH = 1500;

/** Goes through a dataset chunk by chunk, letting others have their turn. Errors: cancelled. */
async function goThrough(
  db: ReadDb,
  choice: DatasetChoice,
  tally: Tally,
  job: Job,
  take: (chunk: Chunk) => void,
): Promise<void> {
  const total = countMatching(db, toArticleFilter(choice.filter));
  let said = -1;
  for (const chunk of formats[choice.format].write(iterateDataset(db, choice, tally))) {
    take(chunk);
    if (tally.articles === said) continue;
    said = tally.articles;
    job.report({ done: said, total, what: 'articles' });
    if (said % 20 === 0) await pause(job);
  }
}

/** What a dataset would hold; nothing is written. Errors: cancelled, article-unknown, uid-ambiguous. */
export async function previewDataset(corpus: Corpus, choice: DatasetChoice, job: Job): Promise<DatasetPreview> {
  const db = openSnapshot(corpus);
  try {
    const tally = createTally();
    const sizes = new Map<string, number>();
    let sample = '';
    await goThrough(db, choice, tally, job, ({ file, text }) => {
      sizes.set(file, (sizes.get(file) ?? 0) + Buffer.byteLength(text));
      if (sample.length < SAMPLE_LENGTH && !file.includes('/')) sample += text;
    });
    const files = [...sizes].map(([name, sizeBytes]) => ({ name, sizeBytes }));
    const named = files.map((file) => ({ ...file, sha256: null }));
    return {
      articles: tally.articles,
      annotations: tally.annotations,
      byLabel: Object.fromEntries(tally.byLabel),
      offered: {
        labels: Object.fromEntries(tally.offered.labels),
        annotators: Object.fromEntries(tally.offered.annotators),
      },
      files,
      losses: tally.losses,
      card: makeCard(db, { ...choice, tally, files: named, version: corpus.environment.version }),
      sample: sample.slice(0, SAMPLE_LENGTH),
      mismatches: tally.mismatches.length,
    };
  } finally {
    db.close();
  }
}

/**
 * Writes a dataset beside its folder, reads it back, and only then puts it in its place: all files, or none.
 *
 * Errors: folder-not-empty, folder-read-only, disk-full, export-mismatch, cancelled.
 */
export async function exportDataset(
  corpus: Corpus,
  choice: DatasetChoice,
  folder: string,
  job: Job,
): Promise<ExportReport> {
  const db = openSnapshot(corpus);
  try {
    return await writeFolder(corpus.environment, folder, async (draft) => {
      const tally = createTally();
      const files = await writeFiles(db, draft, choice, tally, job);
      writeSynced(
        join(draft, 'README.md'),
        makeCard(db, { ...choice, tally, files, version: corpus.environment.version }),
      );
      recheck({ draft, folder, names: files.map(({ name }) => name) }, choice.format, tally);
      return {
        files: [...files.map(({ name }) => name), 'README.md'].map((name) => join(folder, name)),
        articles: tally.articles,
        annotations: tally.annotations,
        losses: tally.losses,
        checked: { annotations: tally.annotations, files: files.length, mismatches: 0 },
      };
    });
  } finally {
    db.close();
  }
}

/** Writes the files of a dataset, each with its hash; they are on the disk when this returns. */
async function writeFiles(
  db: ReadDb,
  draft: string,
  choice: DatasetChoice,
  tally: Tally,
  job: Job,
): Promise<DatasetFile[]> {
  const open = new Map<string, { fd: number; hash: Hash; sizeBytes: number }>();
  const done: DatasetFile[] = [];
  const close = (name: string) => {
    const { fd, hash, sizeBytes } = open.get(name)!;
    fsyncSync(fd);
    closeSync(fd);
    open.delete(name);
    done.push({ name, sizeBytes, sha256: hash.digest('hex') });
  };
  try {
    await goThrough(db, choice, tally, job, ({ file, text }) => {
      const bytes = Buffer.from(text);
      if (!open.has(file)) {
        // one file of each folder is written at a time
        for (const other of open.keys()) if (other.includes('/') && dirname(other) === dirname(file)) close(other);
        mkdirSync(dirname(join(draft, file)), { recursive: true });
        open.set(file, { fd: openSync(join(draft, file), 'wx'), hash: createHash('sha256'), sizeBytes: 0 });
      }
      const entry = open.get(file)!;
      for (let at = 0; at < bytes.length;) at += writeSync(entry.fd, bytes, at);
      entry.hash.update(bytes);
      entry.sizeBytes += bytes.length;
    });
    for (const name of [...open.keys()]) close(name);
    return done;
  } catch (error) {
    for (const { fd } of open.values()) closeSync(fd);
    throw error;
  }
}

/** Throws unless all that was to be written reads back as it should. Errors: export-mismatch. */
function recheck(
  { draft, folder, names }: { draft: string; folder: string; names: string[] },
  format: FormatName,
  tally: Tally,
): void {
  const files: WrittenFiles = {
    names,
    read: (file) => readFileSync(join(draft, file), 'utf8'),
    lines: (file) => iterateLines(join(draft, file)),
  };
  const { articles, annotations, mismatches } = formats[format].recheck(files);
  mismatches.push(...tally.mismatches.map((uid) => `annotation ${uid}`));
  if (articles !== tally.articles) mismatches.push(`${articles} of ${tally.articles} articles`);
  if (annotations !== tally.annotations) mismatches.push(`${annotations} of ${tally.annotations} annotations`);
  const [first] = mismatches;
  if (first !== undefined) throw new ExpectedError('export-mismatch', { file: basename(folder), detail: first });
}

/** The lines of a file that may be larger than a string can be; none for a file that was never begun. */
function* iterateLines(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(fd);
  }
}
