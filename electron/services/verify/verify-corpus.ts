import type { Verification } from '#shared/domain/corpus';
import { verifyMessages } from '#shared/messages/en/verify';
import type { ReadDb } from '../../corpus/connection.ts';
import { allDerived, listOutdated } from '../../corpus/derived/all-derived.ts';
import type { Derived } from '../../corpus/derived/derived.ts';
import { listHeads, toFingerprint } from '../../corpus/journal/chain.ts';
import { toCanonicalJson } from '../../corpus/journal/canonical-json.ts';
import { listSteps, type WholeStep } from '../../corpus/journal/steps.ts';
import { listTakenStrands } from '../../corpus/journal/taken-strands.ts';
import { kindNames, type KindName } from '../../corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../corpus/model/rows.ts';
import { openSnapshot, type Corpus } from '../../corpus/open-corpus.ts';
import { computeContentFingerprint } from '../content-fingerprint.ts';
import { isLeftBehind } from '../discard-batch.ts';
import { pause, type Job } from '../job.ts';
import { rebuildDerived } from '../rebuild-derived.ts';
import { replayJournal } from '../replay-journal.ts';
import {
  checkArticle,
  checkHashes,
  checkStructure,
  listArticleIds,
  type ContentsCheck,
  type Slice,
} from './check-contents.ts';
import { checkJournal, startJournalCheck } from './check-journal.ts';

const MOST_PROBLEMS = 1000;

/**
 * Checks all that can be wrong with a corpus: structure, hashes, blocks, quotes, the journal's chains, that the journal,
 * replayed, makes the tables as they are, and that derived tables are as these make them. Reads only. Errors: cancelled.
 */
export async function verifyCorpus(corpus: Corpus, job: Job): Promise<Verification> {
  const db = openSnapshot(corpus);
  try {
    return await verify(db, job);
  } finally {
    db.close();
  }
}

/** Makes all derived tables anew, then checks as `verifyCorpus` does. Errors: cancelled and those of writing. */
export async function rebuildAndVerify(corpus: Corpus, job: Job): Promise<Verification> {
  await rebuildDerived(corpus, allDerived, job);
  return { ...(await verifyCorpus(corpus, job)), rebuilt: allDerived.map(({ name }) => name) };
}

async function verify(db: ReadDb, job: Job): Promise<Verification> {
  const contents: ContentsCheck = { articles: 0, annotations: 0, quotes: 0, sources: 0, problems: [], notes: [] };
  const journal = startJournalCheck();
  job.report({ done: 0, total: 0, what: verifyMessages.at.file });
  await pause(job);
  contents.problems.push(...checkStructure(db));
  const sources = await inSlices(checkHashes(db, contents.problems), job);
  await checkArticles(db, contents, job);
  await inSlices(checkJournal(db, journal), job);
  const differences = await compareWithReplay(db, journal.rows, job);
  const derived = await checkDerived(db, job);
  const problems = [...contents.problems, ...journal.problems, ...differences, ...derived.problems];
  const notes = [...contents.notes, ...derived.notes];
  return {
    ok: problems.length === 0,
    checked: {
      articles: contents.articles,
      annotations: contents.annotations,
      quotes: contents.quotes,
      journal: journal.rows,
      strands: journal.strands,
      sources,
      erased: journal.erased,
      derived: derived.tables,
    },
    rebuilt: [],
    problems: problems.slice(0, MOST_PROBLEMS),
    notes: notes.slice(0, MOST_PROBLEMS),
    fingerprint: toFingerprint(listHeads(db)),
    contentFingerprint: computeContentFingerprint(db),
  };
}

/** Does a check slice by slice, so that other calls are answered and it can be stopped; gives what it gives at its end. */
async function inSlices<T>(slices: Generator<Slice, T>, job: Job): Promise<T> {
  try {
    for (;;) {
      const { done, value } = slices.next();
      if (done) return value;
      job.report(value);
      await pause(job);
    }
  } finally {
    slices.return(undefined as T); // one that is stopped may be in the midst of a query, which would keep the connection open
  }
}

async function checkArticles(db: ReadDb, contents: ContentsCheck, job: Job): Promise<void> {
  const ids = listArticleIds(db);
  for (const [n, id] of ids.entries()) {
    if (n % 50 === 0) {
      job.report({ done: n, total: ids.length, what: verifyMessages.at.articles });
      await pause(job);
    }
    checkArticle(db, id, contents);
  }
}

/** Holds derived tables against what they are made from, as far as each can say; one that waits to be made anew is noted. */
async function checkDerived(db: ReadDb, job: Job) {
  const found = { tables: 0, problems: [] as string[], notes: [] as string[] };
  const outdated = new Set(listOutdated(db).map(({ name }) => name));
  for (const [n, derived] of allDerived.entries()) {
    const at = { done: n, total: allDerived.length, what: verifyMessages.at.derived };
    job.report(at);
    await pause(job);
    found.tables += 1;
    if (outdated.has(derived.name)) found.notes.push(verifyMessages.derivedOutdated(derived.name));
    else await inSlices(findProblems(db, derived, found.problems, at), job);
  }
  return found;
}

function* findProblems(db: ReadDb, derived: Derived, problems: string[], at: Slice): Generator<Slice> {
  for (const problem of derived.listProblems?.(db) ?? [])
    if (problem === null) yield at;
    else problems.push(problem);
}

/** What the tables say otherwise than the journal does: this finds a changed row that no hash covers. */
async function compareWithReplay(db: ReadDb, rows: number, job: Job): Promise<string[]> {
  const problems: string[] = [];
  const built = await replayJournal(
    db,
    (problem) => problems.push(problem),
    async (row) => {
      job.report({ done: row, total: rows, what: verifyMessages.at.replay });
      await pause(job);
    },
  );
  try {
    await inSlices(listDifferences(db, built, problems), job);
    problems.push(...listStepDifferences(db, built));
    if (listTakenStrands(db).join() !== listTakenStrands(built).join()) problems.push(verifyMessages.takenDiffers);
    return problems;
  } finally {
    built.close();
  }
}

const UIDS_A_SLICE = 500;

function* listDifferences(db: ReadDb, built: ReadDb, problems: string[]): Generator<Slice> {
  for (const [n, kind] of kindNames.entries()) {
    const what = `${verifyMessages.at.tables}: ${kind}`;
    yield { done: n, total: kindNames.length, what };
    let done = 0;
    for (const problem of listDifferencesOf(db, built, kind)) {
      if (problem !== null) problems.push(problem);
      done += 1;
      if (done % UIDS_A_SLICE === 0) yield { done: n, total: kindNames.length, what };
    }
  }
}

/** For each uid what is wrong with it, or null. */
function* listDifferencesOf(db: ReadDb, built: ReadDb, kind: KindName): Generator<string | null> {
  const [here, there] = [
    new Set(iterateUids(db, kind, { seen: false })),
    new Set(iterateUids(built, kind, { seen: false })),
  ];
  for (const uid of here) {
    if (!there.has(uid)) yield isLeftBehind(db, kind, uid) ? null : verifyMessages.inNoJournal(`${kind} ${uid}`);
    else {
      const fields = listDifferingFields(findRecord(db, kind, uid)!, findRecord(built, kind, uid)!);
      yield fields.length > 0 ? verifyMessages.differs(`${kind} ${uid}`, fields) : null;
    }
  }
  for (const uid of there) yield here.has(uid) ? null : verifyMessages.onlyInJournal(`${kind} ${uid}`);
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
