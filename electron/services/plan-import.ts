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
import { findArticleWithText, isArticleSeen } from '../corpus/repositories/article-repository.ts';
import {
  cutTextPages,
  readTextPage,
  type CutArticle,
  type CutTextPage,
  type TextPage,
} from '../formats/text/read-text-page.ts';
import { cutReason } from '#shared/messages/en/import';
import { pause, type Job } from './job.ts';
import { readSourceFile, type SourceFile } from './read-source-file.ts';

/** A file that a door gave out, with what the person chose for it. */
export type PageRequest = { path: string; name: string; choice: PageChoice };

/** A page that was read and cut, with its bytes at hand to be kept. */
export type PreparedPage = { file: SourceFile; handle: Handle; page: TextPage; cut: CutTextPage; choice: PageChoice };

/**
 * Reads and cuts files; those that cannot be taken are named with the reason and do not stop the others.
 *
 * Errors: encoding-unknown, cancelled.
 */
export async function preparePages(
  requests: PageRequest[],
  options: ReadOptions,
  corpus: Corpus | null,
  job: Job,
): Promise<{ pages: PreparedPage[]; errors: PlannedFailure[] }> {
  const read: Omit<PreparedPage, 'cut'>[] = [];
  const errors: PlannedFailure[] = [];
  for (const [n, { path, name, choice }] of requests.entries()) {
    job.report({ done: n, total: requests.length, what: name });
    await pause(job);
    try {
      const file = readSourceFile(path, name, corpus && corpus.path);
      if (choice.sha256 !== undefined && choice.sha256 !== file.sha256)
        throw new ExpectedError('file-changed', { file: name });
      const encoding = choice.encoding ?? options.encoding;
      const page = readTextPage(file.bytes, { file: name, encoding, stray: choice.stray ?? options.stray });
      read.push({ file, handle: choice.handle, page, choice });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code === 'encoding-unknown') throw error;
      errors.push(toPlannedFailure(name, choice.handle, error as ExpectedError));
    }
  }
  const cuts = cutTextPages(read.map(({ page, choice }) => ({ page, cuts: choice.cuts, split: options.split })));
  return { pages: read.map((page, n) => ({ ...page, cut: cuts[n]! })), errors };
}

function toPlannedFailure(source: string, handle: Handle, error: ExpectedError): PlannedFailure {
  const failure = error.toFailure();
  const common = { source, handle, message: error.message, suggestedEncoding: null };
  if (failure.code === 'file-stray-bytes') return { ...common, cause: 'stray-bytes' };
  if (failure.code !== 'file-not-utf8') return { ...common, cause: 'other' };
  return { ...common, cause: 'not-utf8', suggestedEncoding: failure.values.suggestion };
}

/** What an import would make of files; `corpus` is the open one, or null where there is none yet. */
export async function planImport(
  corpus: Corpus | null,
  requests: PageRequest[],
  options: ReadOptions,
  job: Job,
): Promise<ImportPlan> {
  const { pages, errors } = await preparePages(requests, options, corpus, job);
  const seen: SeenInPlan = { uids: new Set(), byText: new Map() };
  return { pages: pages.map((page) => toPlannedPage(corpus && corpus.read, page, options, seen)), errors };
}

/** Articles that came earlier in a plan: one of them may be named again, or have the same text. */
type SeenInPlan = { uids: Set<ArticleId>; byText: Map<string, ArticleId> };

function toPlannedPage(db: ReadDb | null, prepared: PreparedPage, options: ReadOptions, seen: SeenInPlan): PlannedPage {
  const { file, handle, page, cut } = prepared;
  return {
    handle,
    source: file.name,
    sha256: file.sha256,
    encoding: page.encoding,
    strayBytes: page.strayBytes,
    replaced: page.replaced,
    text: page.text,
    cutBy: cut.cutBy && cutReason(cut.cutBy),
    articles: cut.articles.map((article) => {
      const planned = toPlannedArticle(prepared, article, options);
      const { uid, sha256 } = planned;
      const isThere = seen.uids.has(uid) || (db !== null && isArticleSeen(db, uid));
      const same = (db && findArticleWithText(db, sha256, uid)) ?? seen.byText.get(sha256);
      seen.uids.add(uid);
      if (!seen.byText.has(sha256)) seen.byText.set(sha256, uid);
      return {
        ...planned,
        status: isThere ? 'already-there' : 'new',
        sameTextAs: same === undefined || same === uid ? null : same,
      };
    }),
  };
}

/** An article with what the person chose in place of what the text says. Their word goes where the text has none. */
export function toPlannedArticle(
  { file, page, choice }: PreparedPage,
  article: CutArticle,
  { outlet: outletOfAll }: Pick<ReadOptions, 'outlet'>,
): Omit<PlannedArticle, 'status' | 'sameTextAs'> {
  const { start, end } = article;
  const text = page.text.slice(start, end);
  const chosen = choice.articles?.find((each) => each.start === start);
  const isOutletChosen = chosen?.outlet !== undefined;
  return {
    uid: ArticleId.parse(deriveUid('article', file.sha256, 'range', start, end)),
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
