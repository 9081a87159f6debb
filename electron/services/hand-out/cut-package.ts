import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { ExpectedError } from '#shared/errors';
import type { ArticleFilter } from '#shared/domain/filter';
import type { HandedOut } from '#shared/domain/hand-out';
import { handOutMessages as words } from '#shared/messages/en/hand-out';
import type { ReadDb } from '../../corpus/connection.ts';
import { createChain, listHeads, listOpenHeads, startStrand, toFingerprint } from '../../corpus/journal/chain.ts';
import { draftCorpusFile, openSnapshot, type Corpus, type DraftFile } from '../../corpus/open-corpus.ts';
import { listArticleUids } from '../../corpus/repositories/article-repository.ts';
import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import { setAssignments } from '../assignments.ts';
import { keepCodebookVersion } from '../codebook.ts';
import { createPacer, type Job } from '../job.ts';
import { continueStep, openStep } from '../write-step.ts';
import { createCopier } from './copy-rows.ts';

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
  setAssignments(corpus, annotator, { articles, people: [by], blind: isBlind });
  const from = openSnapshot(corpus);
  try {
    return await writePackage(from, draft, { path, annotator, person, by: isBlind ? by : null, articles, job });
  } catch (error) {
    throw draft.abandon(error);
  } finally {
    from.close();
  }
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
  const about = { for: person, articles: articles.length, isBlind: by !== null };
  const at = { at: environment.now().toISOString(), galley: environment.version };
  db.transaction(() => startStrand(db, chain, at, { heads: listOpenHeads(from), package: about })).immediate();

  const step = openStep(corpus, annotator, 'hand out');
  const copier = createCopier(from, new Set(articles));
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
    outside: copier.outside(),
    fingerprint,
  };
}
