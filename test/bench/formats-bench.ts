import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetChoice } from '#shared/domain/dataset';
import { openForReading } from '../../electron/corpus/open-connection.ts';
import type { Format } from '../../electron/formats/format.ts';
import { formats } from '../../electron/formats/formats.ts';
import { openDataset } from '../../electron/services/dataset/open-dataset.ts';
import { DatasetFiles } from '../../electron/services/dataset/write-files.ts';
import { openFiles } from '../../electron/services/interchange/files/open-files.ts';
import { findCorpus, LARGE } from './corpus/find-corpus.ts';
import { DATASET_ROWS } from './dataset-rows.ts';
import { measureHeld } from './measure-held.ts';
import { toRow, type Row } from './row.ts';
import { withFolder } from './with-copy.ts';

/** Annotations a second that are asked for. */
const CSV_A_SECOND = 50_000;
const OTHERS_A_SECOND = 10_000;
const TIMES_OF_SQL = 1.5;
/** How much more may be held in the second half of what is written, beside the first. */
const FLAT = 1.2;
/** So many times what is held is measured. */
const SAMPLES = 20;

const quiet = { report: () => {}, isCancelled: () => false };

/** `flat`: what was held in the second half, in times of the first. */
type Measured = { ms: number; annotations: number; flat: number };

/** Writes the corpus, or its first outlets, into a folder, as an export does, without its reading back. */
async function measureWriting(
  path: string,
  format: Format,
  folder: string,
  outlets: string[] | null,
): Promise<Measured> {
  const db = openForReading(path);
  try {
    const choice = DatasetChoice.parse({ format: format.name, filter: outlets ? { outlets } : {} });
    const from = performance.now();
    const open = await openDataset(db, choice, '0', quiet);
    const files = new DatasetFiles(folder);
    const held: number[] = [];
    let measuring = 0;
    for (const { dataset, tally } of open.parts)
      for await (const chunk of format.write(dataset)) {
        files.take(chunk.file, chunk);
        if (tally.articles * SAMPLES < held.length * open.articles) continue;
        const before = performance.now();
        held.push(measureHeld());
        measuring += performance.now() - before;
      }
    await files.finish();
    return {
      ms: performance.now() - from - measuring,
      annotations: open.parts[0]!.tally.annotations,
      flat: Math.max(...held.slice(SAMPLES / 2)) / Math.max(...held.slice(0, SAMPLES / 2)),
    };
  } finally {
    db.close();
  }
}

/** Reads what was written: every document with its annotations, as a reader gives them. */
async function measureReading(format: Format, folder: string): Promise<{ ms: number; annotations: number }> {
  const from = performance.now();
  const files = await openFiles([{ path: folder, name: format.name }], quiet);
  let annotations = 0;
  try {
    for await (const found of format.reader!.read(files, { unit: 'auto' }))
      if ('document' in found) annotations += found.document.annotations.length;
  } finally {
    files.close();
  }
  return { ms: performance.now() - from, annotations };
}

/** SQLite's own program, which may not be there, or not read a file as new as ours. */
const program = 'sqlite3';

/** The same rows written by `sqlite3` where it is installed and reads the file, else by a bare connection. Unit: ms. */
function measureReference(path: string, file: string): number {
  if (spawnSync(program, ['-readonly', path, 'SELECT count(*) FROM article']).status === 0) {
    const from = performance.now();
    execFileSync(program, ['-readonly', path, `.output "${file}"`, ...DATASET_ROWS]);
    return performance.now() - from;
  }
  const db = openForReading(path);
  const from = performance.now();
  const fd = openSync(file, 'w');
  for (const rows of DATASET_ROWS)
    for (const line of db.prepare<[], string>(rows).pluck().iterate()) writeSync(fd, `${line}\n`);
  closeSync(fd);
  const took = performance.now() - from;
  db.close();
  return took;
}

/** Every format: how long what is asked for a second takes, for so many annotations as there are. */
export const runFormatsBench = (): Promise<Row[]> =>
  withFolder(async (folder) => {
    const path = findCorpus(LARGE);
    const rows: Row[] = [];
    const sql = measureReference(path, join(folder, 'rows.jsonl'));
    rmSync(join(folder, 'rows.jsonl'));
    const some = listSmallOutlets(path, LARGE / 10);
    for (const format of formats) {
      const isLarge = format.name === 'jsonl' || format.name === 'csv';
      const into = join(folder, format.name);
      mkdirSync(into);
      const written = await measureWriting(path, format, into, isLarge ? null : some);
      const size = `${written.annotations} annotations`;
      const reach = (written.annotations / (format.name === 'csv' ? CSV_A_SECOND : OTHERS_A_SECOND)) * 1000;
      rows.push(
        format.name === 'jsonl'
          ? toRow({
              name: 'dataset: jsonl written',
              size,
              value: written.ms,
              unit: 'ms',
              reference: sql,
              reach: sql * TIMES_OF_SQL,
            })
          : toRow({ name: `dataset: ${format.name} written`, size, value: written.ms, unit: 'ms', reach }),
      );
      if (isLarge)
        rows.push(
          toRow({
            name: `dataset: ${format.name}, memory of its second half, times`,
            size,
            value: written.flat,
            unit: '×',
            reach: FLAT,
          }),
        );
      if (format.reader) {
        const read = await measureReading(format, into);
        const time = (read.annotations / (format.name === 'csv' ? CSV_A_SECOND : OTHERS_A_SECOND)) * 1000;
        rows.push(
          toRow({
            name: `dataset: ${format.name} read`,
            size: `${read.annotations} annotations`,
            value: read.ms,
            unit: 'ms',
            reach: time,
          }),
        );
      }
    }
    return rows;
  });

/** Outlets with at least so many articles together, the smallest first. */
function listSmallOutlets(path: string, articles: number): string[] {
  const db = openForReading(path);
  try {
    const all = db
      .prepare<[], { name: string; n: number }>(
        'SELECT o.name, count(*) AS n FROM article a JOIN outlet o ON o.id = a.outlet_id GROUP BY o.id ORDER BY n',
      )
      .all();
    const chosen: string[] = [];
    let sum = 0;
    for (const { name, n } of all) {
      if (sum >= articles) break;
      chosen.push(name);
      sum += n;
    }
    return chosen;
  } finally {
    db.close();
  }
}
