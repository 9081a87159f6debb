import { ExpectedError } from '#shared/errors';
import { ArticleId, type Handle } from '#shared/domain/ids';
import type {
  ImportPlan,
  PageChoice,
  PlannedArticle,
  PlannedFailure,
  PlannedPage,
  ReadOptions,
} from '#shared/domain/import';
import { countWords } from '#shared/text/words';
import type { ReadDb } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { deriveUid } from '../corpus/derive-uid.ts';
import { sha256Hex } from '../corpus/journal/hash.ts';
import { findArticleWithText } from '../corpus/repositories/article-repository.ts';
import { findImported } from '../corpus/repositories/imported-articles.ts';
import type { PageReader, Reader, Sample } from '../formats/reader.ts';
import { chooseReader } from '../formats/readers.ts';
import { findEncoding } from '../formats/text/decode-text.ts';
import { isBinary } from '../formats/text/detect-binary.ts';
import { cutTextPages, type CutArticle, type CutTextPage, type TextPage } from '../formats/text/read-text-page.ts';
import { cutReason } from '#shared/messages/en/import';
import { planTable, type SeenInPlan } from './import/plan-table.ts';
import { surveyTable, type TableFile } from './import/table-file.ts';
import { pause, type Job } from './job.ts';
import { findSourceFile, readSourceFile, type SourceFile } from './read-source-file.ts';

/** A file that a door gave out, with what the person chose for it. */
export type ImportRequest = { path: string; name: string; choice: PageChoice };

/** A page that was read and cut; its bytes are read again when they are to be kept. */
export type PreparedPage = {
  file: SourceFile;
  reader: PageReader;
  sha256: string;
  handle: Handle;
  page: TextPage;
  cut: CutTextPage;
  choice: PageChoice;
};

export type PreparedFiles = { pages: PreparedPage[]; tables: TableFile[]; errors: PlannedFailure[] };

/**
 * Reads and cuts files; those that cannot be taken are named with the reason and do not stop the others.
 *
 * Errors: encoding-unknown, cancelled.
 */
export async function prepareFiles(
  requests: ImportRequest[],
  options: ReadOptions,
  corpus: Corpus | null,
  job: Job,
): Promise<PreparedFiles> {
  const read: Omit<PreparedPage, 'cut'>[] = [];
  const tables: TableFile[] = [];
  const errors: PlannedFailure[] = [];
  for (const [n, { path, name, choice }] of requests.entries()) {
    job.report({ done: n, total: requests.length, what: name });
    await pause(job);
    try {
      const file = findSourceFile(path, name, corpus && corpus.path);
      const sample = toSample(file, findEncoding(file.sample, choice.encoding ?? options.encoding));
      const reader = chooseReader(sample, choice.format ?? options.format);
      refuseForeign(file, sample, reader);
      const { handle } = choice;
      if (reader.kind === 'table')
        tables.push(await surveyTable({ file, handle, sample, reader, choice, options }, job));
      else read.push({ file, reader, handle, choice, ...readPage(file, reader, choice, options) });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code === 'encoding-unknown' || error.code === 'cancelled')
        throw error;
      errors.push(toPlannedFailure(name, choice.handle, error as ExpectedError));
    }
  }
  const cuts = cutTextPages(read.map(({ page, choice }) => ({ page, cuts: choice.cuts, split: options.split })));
  return { pages: read.map((page, n) => ({ ...page, cut: cuts[n]! })), tables, errors };
}

/** The beginning of a file as text, whatever it is. */
const toSample = ({ name, sample: bytes, sizeBytes }: SourceFile, encoding: string): Sample => ({
  name,
  bytes,
  encoding,
  text: new TextDecoder(encoding).decode(bytes),
  isWhole: bytes.length >= sizeBytes,
});

/** Errors: file-too-large, file-binary. */
function refuseForeign({ name, sizeBytes }: SourceFile, { bytes, encoding }: Sample, { kind, limitMb }: Reader): void {
  if (sizeBytes > limitMb * 1e6)
    throw new ExpectedError('file-too-large', { file: name, sizeMb: Math.ceil(sizeBytes / 1e6), limitMb });
  if (kind === 'table' && !encoding.startsWith('utf-16') && isBinary(bytes))
    throw new ExpectedError('file-binary', { file: name });
}

function readPage(file: SourceFile, reader: PageReader, choice: PageChoice, options: ReadOptions) {
  const bytes = readSourceFile(file);
  const sha256 = sha256Hex(bytes);
  if (choice.sha256 !== undefined && choice.sha256 !== sha256)
    throw new ExpectedError('file-changed', { file: file.name });
  const encoding = choice.encoding ?? options.encoding;
  const stray = choice.stray ?? options.stray ?? 'refuse';
  return { sha256, page: reader.read(bytes, { file: file.name, encoding, stray }) };
}

function toPlannedFailure(source: string, handle: Handle, error: ExpectedError): PlannedFailure {
  const failure = error.toFailure();
  const common = { source, handle, message: error.message, suggestedEncoding: null, columns: [] };
  switch (failure.code) {
    case 'file-stray-bytes':
      return { ...common, cause: 'stray-bytes' };
    case 'table-stray-bytes':
      return { ...common, cause: 'stray-bytes', suggestedEncoding: failure.values.suggestion };
    case 'file-not-utf8':
      return { ...common, cause: 'not-utf8', suggestedEncoding: failure.values.suggestion };
    case 'table-no-text':
    case 'column-unknown':
      return { ...common, cause: 'no-text-column', columns: failure.values.columns };
    case 'table-quote-open':
    case 'table-broken':
    case 'table-two-lists':
    case 'table-row-too-long':
    case 'table-too-wide':
      return { ...common, cause: 'table' };
    default:
      return { ...common, cause: 'other' };
  }
}

/**
 * What an import would make of files; `corpus` is the open one, or null where there is none yet. `isListed`: the articles of
 * tables are named one by one.
 */
export async function planImport(
  corpus: Corpus | null,
  requests: ImportRequest[],
  options: ReadOptions,
  job: Job,
  isListed = true,
): Promise<ImportPlan> {
  const { pages, tables, errors } = await prepareFiles(requests, options, corpus, job);
  const seen: SeenInPlan = { uids: new Set(), byText: new Map() };
  const db = corpus && corpus.read;
  const plan: ImportPlan = { pages: pages.map((page) => toPlannedPage(db, page, options, seen)), tables: [], errors };
  for (const table of tables) plan.tables.push(await planTable(db, table, seen, isListed, job));
  return plan;
}

function toPlannedPage(db: ReadDb | null, prepared: PreparedPage, options: ReadOptions, seen: SeenInPlan): PlannedPage {
  const { file, handle, sha256, page, cut } = prepared;
  return {
    handle,
    source: file.name,
    sha256,
    encoding: page.encoding,
    strayBytes: page.strayBytes,
    replaced: page.replaced,
    text: page.text,
    cutBy: cut.cutBy && cutReason(cut.cutBy),
    articles: cut.articles.map((article) => {
      const planned = toPlannedArticle(prepared, article, options);
      const { uid } = planned;
      const isThere = seen.uids.has(uid) || (db !== null && findImported(db, uid, null) === 'standing');
      const same = (db && findArticleWithText(db, planned.sha256, uid)) ?? seen.byText.get(planned.sha256);
      seen.uids.add(uid);
      if (!seen.byText.has(planned.sha256)) seen.byText.set(planned.sha256, uid);
      return {
        ...planned,
        status: isThere ? 'already-there' : 'new',
        sameTextAs: same === undefined || same === uid ? null : ArticleId.parse(same),
      };
    }),
  };
}

/** An article with what the person chose in place of what the text says. Their word goes where the text has none. */
export function toPlannedArticle(
  { sha256, page, choice }: PreparedPage,
  article: CutArticle,
  { outlet: outletOfAll }: Pick<ReadOptions, 'outlet'>,
): Omit<PlannedArticle, 'status' | 'sameTextAs'> {
  const { start, end } = article;
  const text = page.text.slice(start, end);
  const chosen = choice.articles?.find((each) => each.start === start);
  const isOutletChosen = chosen?.outlet !== undefined;
  return {
    uid: ArticleId.parse(deriveUid('article', sha256, 'range', start, end)),
    start,
    end,
    title: chosen?.title ?? article.title,
    byline: article.byline,
    outlet: isOutletChosen ? chosen.outlet! : (article.outlet ?? outletOfAll),
    outletFoundBy: isOutletChosen ? null : article.outletFoundBy,
    date: chosen?.date !== undefined ? chosen.date : article.date,
    dateWritten: article.dateWritten,
    words: countWords(text),
    blocks: article.blocks,
    sha256: sha256Hex(text),
  };
}
