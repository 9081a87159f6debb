import { ExpectedError } from '#shared/errors';
import type { ImportedArticle, ImportReport, ReadOptions } from '#shared/domain/import';
import { sha256Hex } from '../corpus/journal/hash.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { keepSource } from '../corpus/repositories/source-repository.ts';
import type { CutArticle } from '../formats/text/read-text-page.ts';
import { discardBatch } from './discard-batch.ts';
import { ImportReporter } from './import/import-reporter.ts';
import { storeArticles, type ArticleToStore, type ImportRun } from './import/store-article.ts';
import { storeTable } from './import/store-table.ts';
import type { TableFile } from './import/table-file.ts';
import { pause, type Job } from './job.ts';
import { prepareFiles, toPlannedArticle, type ImportRequest, type PreparedPage } from './plan-import.ts';
import { readSourceFile } from './read-source-file.ts';
import { continueStep, openStep } from './write-step.ts';

/** An import of more articles than this is a large one. */
const MANY = 1000;

/** `isListed`: the report names the articles one by one. `beforeMany` is waited for before a large import is stored. */
export type ImportWays = { isListed?: boolean; beforeMany?: () => Promise<void> };

/**
 * Imports files as one step: short transactions into a batch, which is published at the end or discarded.
 *
 * Errors: those of `import:run`. A file that is refused is in the report's `errors` and does not stop the others.
 */
export async function importArticles(
  corpus: Corpus,
  annotator: string,
  requests: ImportRequest[],
  options: ReadOptions,
  job: Job,
  { isListed = true, beforeMany = () => Promise.resolve() }: ImportWays = {},
): Promise<ImportReport> {
  const { pages, tables, errors } = await prepareFiles(requests, options, corpus, job);
  if (countFound(pages, tables) > MANY) await beforeMany();
  const step = openStep(corpus, annotator, 'import');
  const run: ImportRun = { corpus, step, batch: corpus.environment.newUid(), outlets: new Map() };
  const report = new ImportReporter(errors, isListed);
  try {
    for (const [n, page] of pages.entries()) {
      job.report({ done: n, total: pages.length, what: page.file.name });
      await pause(job);
      report.addPage(page.file.name, page.page, storePage(run, page, options));
    }
    for (const table of tables) {
      const { reading, marked } = await storeTable(run, table, (article) => report.addArticle(article), job);
      report.addTable(reading, marked);
    }
    if (step.id !== null)
      continueStep(corpus, step, (writer) => writer.update('batch', run.batch, { state: 'published' }));
    return report.finish();
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, run.batch);
    throw error;
  }
}

const countFound = (pages: readonly PreparedPage[], tables: readonly TableFile[]) =>
  pages.reduce((sum, { cut }) => sum + cut.articles.length, 0) +
  tables.reduce((sum, { survey }) => sum + survey.rows, 0);

/** One transaction: the page's bytes, the texts of its articles and the articles. */
function storePage(run: ImportRun, prepared: PreparedPage, options: ReadOptions): ImportedArticle[] {
  const { file, reader, sha256, page, cut } = prepared;
  const bytes = readSourceFile(file);
  if (sha256Hex(bytes) !== sha256) throw new ExpectedError('file-changed', { file: file.name });
  const { encoding, strayBytes } = page;
  const source = { sha256, name: file.name, mediaType: reader.mediaType, encoding, strayBytes };
  const articles = cut.articles.map((article) => toFoundArticle(prepared, article, options));
  return storeArticles(run, { ...source, sizeBytes: bytes.length }, articles, (db) =>
    keepSource(db, { ...source, bytes }),
  );
}

function toFoundArticle(prepared: PreparedPage, article: CutArticle, options: ReadOptions): ArticleToStore {
  const planned = toPlannedArticle(prepared, article, options);
  const { start, end } = planned;
  return {
    ...planned,
    place: 'range',
    text: prepared.page.text.slice(start, end),
    language: null,
    address: null,
    meta: toMeta(prepared, article),
  };
}

/** What the person should be able to look up later: which words named the outlet, which bytes could not be read. */
function toMeta({ page }: PreparedPage, { outletFoundBy }: CutArticle): ArticleToStore['meta'] {
  const meta: ArticleToStore['meta'] = [];
  if (outletFoundBy !== null) meta.push({ key: 'outlet named by', value: outletFoundBy, foundBy: 'text' });
  if (page.strayBytes.length > 0)
    meta.push({ key: 'stray bytes', value: JSON.stringify(page.strayBytes), foundBy: 'decoding' });
  if (page.replaced > 0) meta.push({ key: 'replaced characters', value: String(page.replaced), foundBy: 'decoding' });
  return meta;
}
