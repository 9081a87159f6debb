import { listMarked, type ImportedArticle, type ImportReport, type ReadOptions } from '#shared/domain/import';
import { toDateParts } from '#shared/domain/partial-date';
import { alreadyThere } from '#shared/messages/en/import';
import { findRecord } from '../corpus/model/rows.ts';
import type { Records } from '../corpus/model/kinds.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findArticleWithText, isArticleSeen } from '../corpus/repositories/article-repository.ts';
import { keepSource, keepText } from '../corpus/repositories/source-repository.ts';
import type { CutArticle } from '../formats/text/read-text-page.ts';
import { discardBatch } from './discard-batch.ts';
import { ensureOutlet } from './edit-article.ts';
import { pause, type Job } from './job.ts';
import { preparePages, toPlannedArticle, type PageRequest, type PreparedPage } from './plan-import.ts';
import { continueStep, openStep, type OpenStep, type StepWriter } from './write-step.ts';

/**
 * Imports files as one step: short transactions into a batch, which is published at the end or discarded.
 *
 * Errors: those of `import:run`. A file that is refused is in the report's `errors` and does not stop the others.
 */
export async function importArticles(
  corpus: Corpus,
  annotator: string,
  requests: PageRequest[],
  options: ReadOptions,
  job: Job,
): Promise<ImportReport> {
  const { pages, errors } = await preparePages(requests, options, corpus, job);
  const step = openStep(corpus, annotator, 'import');
  const batch = corpus.environment.newUid();
  const report: ImportReport = {
    articles: [],
    skipped: [],
    errors: errors.map(({ source, message }) => ({ source, message })),
    marked: listMarked(pages.map(({ file, page }) => ({ source: file.name, ...page }))),
  };
  try {
    for (const [n, page] of pages.entries()) {
      job.report({ done: n, total: pages.length, what: page.file.name });
      await pause(job);
      const articles = storePage(corpus, step, batch, page, options);
      report.articles.push(...articles);
      if (articles.every(({ status }) => status === 'already-there'))
        report.skipped.push({ source: page.file.name, reason: alreadyThere(articles.length) });
    }
    if (step.id !== null) continueStep(corpus, step, (writer) => writer.update('batch', batch, { state: 'published' }));
    return report;
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, batch);
    throw error;
  }
}

/** One transaction: the page's bytes, the texts of its articles and the articles. */
function storePage(
  corpus: Corpus,
  step: OpenStep,
  batch: string,
  prepared: PreparedPage,
  options: ReadOptions,
): ImportedArticle[] {
  const { file, page, cut } = prepared;
  const isBatchThere = step.id !== null;
  return continueStep(corpus, step, (writer) => {
    const isInBatch = (uid: string) => findRecord(writer.db, 'article', uid)?.batch === batch;
    const fresh = cut.articles.filter((article) => {
      const { uid } = toPlannedArticle(prepared, article, options);
      return !isArticleSeen(writer.db, uid) && !isInBatch(uid);
    });
    if (fresh.length > 0 && !isBatchThere) writer.insert('batch', batch, { step: step.uid, state: 'open' });
    if (fresh.length > 0)
      keepSource(writer.db, { ...file, mediaType: 'text/plain', encoding: page.encoding, strayBytes: page.strayBytes });
    return cut.articles.map((article): ImportedArticle => {
      const planned = toPlannedArticle(prepared, article, options);
      if (fresh.includes(article)) storeArticle(corpus, writer, batch, prepared, article, options);
      const { uid, title, outlet, date, sha256 } = planned;
      return {
        uid,
        title,
        outlet,
        date,
        sha256,
        source: file.name,
        status: fresh.includes(article) ? 'imported' : 'already-there',
        sameTextAs: findArticleWithText(writer.db, sha256, uid, batch) ?? null,
      };
    });
  });
}

function storeArticle(
  corpus: Corpus,
  writer: StepWriter,
  batch: string,
  prepared: PreparedPage,
  article: CutArticle,
  options: ReadOptions,
): void {
  const { file, page } = prepared;
  const { uid, start, end, title, byline, outlet, date, dateWritten, sha256 } = toPlannedArticle(
    prepared,
    article,
    options,
  );
  keepText(writer.db, sha256, page.text.slice(start, end));
  const record: Records['article'] = {
    text: sha256,
    source: file.sha256,
    source_name: file.name,
    encoding: page.encoding,
    place: 'range',
    place_start: start,
    place_end: end,
    outlet: outlet === null ? null : ensureOutlet(writer, corpus, outlet, batch),
    title,
    byline,
    date_written: dateWritten,
    ...(date === null ? { year: null, month: null, day: null } : toDateParts(date)),
    language: null,
    address: null,
    version_of: null,
    batch,
    meta: toMeta(prepared, article),
    blocks: article.blocks.map((block) => ({
      kind: block.kind,
      start_offset: block.start,
      end_offset: block.end,
      repeat_of: block.repeatOf,
      found_by: block.foundBy,
    })),
  };
  // an import that was undone left it hidden: it comes back as it is read now
  if (findRecord(writer.db, 'article', uid)) writer.update('article', uid, record);
  else writer.insert('article', uid, record);
}

/** What the person should be able to look up later: which words named the outlet, which bytes could not be read. */
function toMeta({ page }: PreparedPage, { outletFoundBy }: CutArticle): Records['article']['meta'] {
  const meta: Records['article']['meta'] = [];
  if (outletFoundBy !== null) meta.push({ key: 'outlet named by', value: outletFoundBy, found_by: 'text' });
  if (page.strayBytes.length > 0)
    meta.push({ key: 'stray bytes', value: JSON.stringify(page.strayBytes), found_by: 'decoding' });
  if (page.replaced > 0) meta.push({ key: 'replaced characters', value: String(page.replaced), found_by: 'decoding' });
  return meta;
}
