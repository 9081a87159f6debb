import { performance } from 'node:perf_hooks';
import { ExpectedError } from '#shared/errors';
import type { ImportedArticle, MarkedArticle } from '#shared/domain/import';
import type { TableReading } from '#shared/domain/import-table';
import { keepChunk } from '../../corpus/repositories/source-repository.ts';
import type { Row } from '../../formats/table/table.ts';
import type { Job } from '../job.ts';
import type { SourceDigest } from '../source-digest.ts';
import { continueStep } from '../write-step.ts';
import { copy, isMarked, toMarked } from './plan-table.ts';
import { storeArticles, type ImportRun } from './store-article.ts';
import { TablePass, toTableArticle, toTableReading, type TableArticle, type TableFile } from './table-file.ts';
import { Turn } from './turn.ts';

/** Rows are stored as many at a time as take about so long, so that others' changes wait no longer. Unit: ms. */
const TRANSACTION_MS = 30;
const MOST_AT_ONCE = 500;

/**
 * Stores the articles of a table into the batch of an import, and its bytes; `onStored` hears of each article.
 *
 * Errors: file-changed, cancelled and those of writing.
 */
export async function storeTable(
  run: ImportRun,
  table: TableFile,
  onStored: (article: ImportedArticle) => void,
  job: Job,
): Promise<{ reading: TableReading; marked: MarkedArticle[] }> {
  const { file, sample, sha256, reader, survey } = table;
  const source = {
    sha256,
    name: file.name,
    mediaType: reader.mediaType,
    sizeBytes: file.sizeBytes,
    encoding: sample.encoding,
    strayBytes: survey.strayBytes,
  };
  const pass = new TablePass(table);
  const turn = new Turn(job);
  const marked: MarkedArticle[] = [];
  const empty: number[] = [];
  let imported = 0;
  let many = 20;
  for (const rows of takeMany(pass.table.rows, () => many)) {
    const started = performance.now();
    const articles = rows.flatMap((row): TableArticle[] => {
      if (row.fault) return [];
      const article = toTableArticle(table, row);
      if (!article) empty.push(row.n + 1);
      return article ? [article] : [];
    });
    for (const article of articles) if (isMarked(article)) marked.push(toMarked(article));
    for (const stored of storeArticles(run, source, articles)) {
      if (stored.status === 'imported') imported += 1;
      onStored({ ...stored, title: copy(stored.title), outlet: stored.outlet && copy(stored.outlet) });
    }
    const share = TRANSACTION_MS / Math.max(1, performance.now() - started);
    many = Math.min(MOST_AT_ONCE, Math.max(1, Math.round(many * Math.min(2, share))));
    await turn.next(file, pass.bytesRead);
  }
  if (pass.finish() !== sha256) throw new ExpectedError('file-changed', { file: file.name });
  if (imported > 0) await keepBytes(run, table, pass.digest, job);
  return { reading: toTableReading(table, empty), marked };
}

function* takeMany(rows: Iterable<Row>, howMany: () => number): Generator<Row[]> {
  let taken: Row[] = [];
  for (const row of rows) {
    taken.push(row);
    if (taken.length < howMany()) continue;
    yield taken;
    taken = [];
  }
  if (taken.length > 0) yield taken;
}

/** A transaction for each chunk. Errors: file-changed, cancelled and those of writing. */
async function keepBytes(
  { corpus, step }: ImportRun,
  { file, sha256 }: TableFile,
  digest: SourceDigest,
  job: Job,
): Promise<void> {
  const turn = new Turn(job);
  for (const { n, chunk } of digest.readAgain(file)) {
    continueStep(corpus, step, ({ db }) => keepChunk(db, sha256, n, chunk));
    await turn.next(file, file.sizeBytes);
  }
}
