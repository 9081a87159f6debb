import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { ExpectedError } from '#shared/errors';
import type { ArticleFilter } from '#shared/domain/filter';
import type { HandedOut } from '#shared/domain/hand-out';
import { handOutMessages as words } from '#shared/messages/en/hand-out';
import type { ReadDb } from '../../corpus/connection.ts';
import { createChain, listHeads, listOpenHeads, startStrand, toFingerprint } from '../../corpus/journal/chain.ts';
import { draftCorpusFile, openSnapshot, type Corpus, type DraftFile } from '../../corpus/open-corpus.ts';
import type { PackageStart } from '../../corpus/journal/package-start.ts';
import { countArticles, listArticleUids } from '../../corpus/repositories/article-repository.ts';
import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import { listLearntFrom } from '../../corpus/repositories/suggestion-repository.ts';
import { keepCodebookVersion } from '../codebook.ts';
import { findChanges, giveArticles, type Gift, type Giving } from '../give-articles.ts';
import { createPacer, type Job } from '../job.ts';
import { continueStep, openStep } from '../write-step.ts';
import { createCopier } from './copy-rows.ts';
import { countOutside, findOutside } from './find-outside.ts';

/** So many articles are copied in one transaction. */
const ARTICLES_A_SLICE = 50;

export type HandOut = { for: string; filter: ArticleFilter; isBlind: boolean };

/**
 * Assigns articles to a person and writes a package for them: a corpus of its own with these articles, the codebook and the entities,
 * and, unless it is blind, all that was done on them. It is merged like any copy; what its rows repeat counts as no edit there.
 *
 * Errors: those of `packages:write`.
 */
export async function cutPackage(
  corpus: Corpus,
  annotator: string,
  { for: person, filter, isBlind }: HandOut,
  path: string,
  job: Job,
): Promise<HandedOut> {
  const by = getPersonUid(corpus.read, person);
  const articles = listArticleUids(corpus.read, filter);
  if (articles.length === 0) throw new ExpectedError('nothing-to-hand-out');
  const draft = draftCorpusFile(path, corpus.environment);
  try {
    const giving = await give(corpus, annotator, { articles, person: by, isBlind }, job);
    const from = openSnapshot(corpus);
    try {
      const cut = { path, annotator, person, by: isBlind ? by : null, articles, job };
      const made = await writePackage(from, draft, cut);
      giving.keep();
      return made;
    } catch (error) {
      await giving.takeBack();
      throw error;
    } finally {
      from.close();
    }
  } catch (error) {
    throw draft.abandon(error);
  }
}

/** Gives the articles to the person here, too. */
async function give(
  corpus: Corpus,
  annotator: string,
  { articles, person, isBlind }: { articles: readonly string[]; person: string; isBlind: boolean },
  job: Job,
): Promise<Giving> {
  const gifts = articles.map((article): Gift => ({ article, person, blind: isBlind ? 1 : 0 }));
  return giveArticles(corpus, annotator, await findChanges(corpus.read, gifts, createPacer(job)), job);
}

type Cut = {
  path: string;
  annotator: string;
  person: string;
  /** Whose own work alone goes along. */
  by: string | null;
  articles: string[];
  job: Job;
};

async function writePackage(
  from: ReadDb,
  { corpus, place }: DraftFile,
  { path, annotator, person, by, articles, job }: Cut,
): Promise<HandedOut> {
  const { environment } = corpus;
  const { db, chain } = corpus.writer!;
  const breathe = createPacer(job);
  chain.lamport = createChain(from, chain.uid).lamport;
  const outside = findOutside(from, articles, by);
  const others = countArticles(from) - articles.length;
  const start: PackageStart = {
    heads: listOpenHeads(from),
    package: { for: person, articles: articles.length, others, isBlind: by !== null },
    outside,
  };
  const at = { at: environment.now().toISOString(), galley: environment.version };
  db.transaction(() => startStrand(db, chain, at, start)).immediate();

  const step = openStep(corpus, annotator, 'hand out');
  // whoever tags blind would be offered what others have learnt from these articles
  const learnt = new Set(by === null ? [] : listLearntFrom(from, articles, by));
  const copier = createCopier(from, new Set(articles), learnt);
  continueStep(corpus, step, (writer) => copier.copyCommon(writer));
  for (const on of ['article', 'annotations'] as const)
    for (let done = 0; done < articles.length; done += ARTICLES_A_SLICE) {
      const slice = articles.slice(done, done + ARTICLES_A_SLICE);
      continueStep(corpus, step, (writer) =>
        slice.forEach((article) => copier.copyHanging(writer, on, { article, by })),
      );
      job.report({ done, total: articles.length, what: words.copying });
      await breathe();
    }
  continueStep(corpus, step, (writer) => void keepCodebookVersion(writer));
  if (job.isCancelled()) throw new ExpectedError('cancelled'); // also of what took no time
  const fingerprint = toFingerprint(listHeads(db));
  place();
  return {
    file: basename(path),
    sizeBytes: statSync(path).size,
    for: person,
    isBlind: by !== null,
    articles: articles.length,
    annotations: copier.count('annotation'),
    outside: countOutside(outside),
    fingerprint,
  };
}
