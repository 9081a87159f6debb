import type { Verification } from '#shared/domain/corpus';
import { verifyMessages } from '#shared/messages/en/verify';
import type { ReadDb } from '../../corpus/connection.ts';
import { listHeads, toFingerprint } from '../../corpus/journal/chain.ts';
import { toCanonicalJson } from '../../corpus/journal/hash.ts';
import { listSteps, type WholeStep } from '../../corpus/journal/steps.ts';
import { kindNames, type KindName } from '../../corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../corpus/model/rows.ts';
import { openSnapshot, type Corpus } from '../../corpus/open-corpus.ts';
import { computeContentFingerprint } from '../content-fingerprint.ts';
import { pause, type Job } from '../job.ts';
import { replayJournal } from '../replay-journal.ts';
import { checkArticle, checkHashes, checkStructure, listArticleIds, type ContentsCheck } from './check-contents.ts';
import { checkJournal } from './check-journal.ts';

const MOST_PROBLEMS = 1000;

/**
 * Checks all that can be wrong with a corpus: structure, hashes, blocks, quotes, the journal's chains, and that the journal,
 * replayed, makes the tables as they are. Reads only. Errors: cancelled.
 */
export async function verifyCorpus(corpus: Corpus, job: Job): Promise<Verification> {
  const db = openSnapshot(corpus);
  try {
    return await verify(db, job);
  } finally {
    db.close();
  }
}

async function verify(db: ReadDb, job: Job): Promise<Verification> {
  const contents: ContentsCheck = { articles: 0, annotations: 0, quotes: 0, sources: 0, problems: [], notes: [] };
  contents.problems.push(...checkStructure(db));
  const hashes = checkHashes(db);
  contents.problems.push(...hashes.problems);
  await checkArticles(db, contents, job);
  const journal = checkJournal(db);
  await pause(job);
  const differences = await compareWithReplay(db, journal.rows, job);
  const problems = [...contents.problems, ...journal.problems, ...differences];
  return {
    ok: problems.length === 0,
    checked: {
      articles: contents.articles,
      annotations: contents.annotations,
      quotes: contents.quotes,
      journal: journal.rows,
      strands: journal.strands,
      sources: hashes.sources,
      erased: journal.erased,
    },
    problems: problems.slice(0, MOST_PROBLEMS),
    notes: contents.notes.slice(0, MOST_PROBLEMS),
    fingerprint: toFingerprint(listHeads(db)),
    contentFingerprint: computeContentFingerprint(db),
  };
}

async function checkArticles(db: ReadDb, contents: ContentsCheck, job: Job): Promise<void> {
  const ids = listArticleIds(db);
  for (const [n, id] of ids.entries()) {
    if (n % 200 === 0) {
      job.report({ done: n, total: ids.length, what: 'articles' });
      await pause(job);
    }
    checkArticle(db, id, contents);
  }
}

/** What the tables say otherwise than the journal does: this finds a changed row that no hash covers. */
async function compareWithReplay(db: ReadDb, rows: number, job: Job): Promise<string[]> {
  const problems: string[] = [];
  const built = await replayJournal(
    db,
    (problem) => problems.push(problem),
    async (row) => {
      job.report({ done: row, total: rows, what: 'journal' });
      await pause(job);
    },
  );
  try {
    for (const kind of kindNames) problems.push(...listDifferences(db, built, kind));
    problems.push(...listStepDifferences(db, built));
    return problems;
  } finally {
    built.close();
  }
}

function* listDifferences(db: ReadDb, built: ReadDb, kind: KindName): Generator<string> {
  const [here, there] = [
    new Set(iterateUids(db, kind, { seen: false })),
    new Set(iterateUids(built, kind, { seen: false })),
  ];
  for (const uid of here) {
    if (!there.has(uid)) yield verifyMessages.inNoJournal(`${kind} ${uid}`);
    else {
      const fields = listDifferingFields(findRecord(db, kind, uid)!, findRecord(built, kind, uid)!);
      if (fields.length > 0) yield verifyMessages.differs(`${kind} ${uid}`, fields);
    }
  }
  for (const uid of there) if (!here.has(uid)) yield verifyMessages.onlyInJournal(`${kind} ${uid}`);
}

/** Steps: who, what, when, and which stand. */
function* listStepDifferences(db: ReadDb, built: ReadDb): Generator<string> {
  const [here, there] = [listSteps(db), listSteps(built)].map(
    (steps) => new Map(steps.map(({ uid, ...step }) => [uid, step])),
  ) as [Map<string, Omit<WholeStep, 'uid'>>, Map<string, Omit<WholeStep, 'uid'>>];
  for (const [uid, step] of here) {
    const journalled = there.get(uid);
    if (!journalled) yield verifyMessages.inNoJournal(`step ${uid}`);
    else {
      const fields = listDifferingFields(step, journalled);
      if (fields.length > 0) yield verifyMessages.differs(`step ${uid}`, fields);
    }
  }
  for (const uid of there.keys()) if (!here.has(uid)) yield verifyMessages.onlyInJournal(`step ${uid}`);
}

const listDifferingFields = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  Object.keys(a).filter((field) => toCanonicalJson(a[field]) !== toCanonicalJson(b[field]));
