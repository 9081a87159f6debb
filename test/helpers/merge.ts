import type { Database } from 'better-sqlite3';
import { ExpectedError } from '#shared/errors';
import type { Act } from '#shared/domain/journal';
import type { MergePlan, MergeReport } from '#shared/domain/merge';
import { appendRow, createChain, startStrand } from '../../electron/corpus/journal/chain.ts';
import { insertStep } from '../../electron/corpus/journal/steps.ts';
import { computeContentFingerprint } from '../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { mergeCorpora, previewMerge, type MergeRequest } from '../../electron/services/merge/merge-corpora.ts';
import { verifyCorpus } from '../../electron/services/verify/verify-corpus.ts';
import { copyTestCorpus, createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from './corpus.ts';

const check = (path: string, how: 'whole') => Promise.resolve(inspectCorpus(path, how));
const toRequest = (path: string, asked: Partial<MergeRequest>): MergeRequest => ({
  path,
  otherCorpus: false,
  sameNames: false,
  choices: {},
  ...asked,
});

export const merge = (
  into: TestCorpus,
  from: Pick<TestCorpus, 'path'>,
  asked: Partial<MergeRequest> = {},
  job = noJob,
): Promise<MergeReport> => mergeCorpora(into.corpus, into.sara, toRequest(from.path, asked), { check }, job);

export const preview = (
  into: TestCorpus,
  from: Pick<TestCorpus, 'path'>,
  asked: Partial<MergeRequest> = {},
): Promise<MergePlan> => previewMerge(into.corpus, toRequest(from.path, asked), { check }, noJob);

export const contentsOf = ({ corpus }: TestCorpus): string => computeContentFingerprint(corpus.read);
export const problemsOf = async ({ corpus }: TestCorpus): Promise<string[]> =>
  (await verifyCorpus(corpus, noJob)).problems;

/** Open copies of a corpus with one article, whose people are Sara and Omar; `before` works in it before it is copied. */
export async function forkCorpora(
  copies: number,
  { before = () => {}, keep = false }: { before?: (made: TestCorpus, article: string) => unknown; keep?: boolean } = {},
): Promise<{ copies: TestCorpus[]; article: string; annotation: string }> {
  const made = createTestCorpus({ keep: true });
  const article = await made.importText(SAMPLE_TEXT);
  const annotation = made.tag(article, 'actor', 0, 7).uid;
  made.tag(article, 'claim', 8, 15, 'Omar');
  await before(made, article);
  made.corpus.close();
  const all = Array.from({ length: copies }, (_, n) => copyTestCorpus(made.path, { seed: 100 + n, keep }));
  made.reopen();
  made.remove();
  return { copies: all, article, annotation };
}

/** A journal row that nobody's work makes. */
export type ForgedRow = { op: 'insert' | 'update' | 'delete'; kind: string; target: string; payload: unknown };

/** Writes journal rows into a copy as a step of Omar's, whose hashes hold; its tables are left as they are. */
export function forge(made: TestCorpus, rows: readonly ForgedRow[], act: Act = 'tag'): void {
  const { environment } = made;
  const { db } = made.corpus.writer!;
  const at = environment.now().toISOString();
  const chain = createChain(db, environment.newUid());
  const step = { act, at, annotator: made.person('Omar'), takes: [] };
  db.transaction(() => {
    startStrand(db, chain, { at, galley: 'forged' });
    const uid = environment.newUid();
    const { id } = insertStep(db, { ...step, uid, strandId: chain.id!, lamport: chain.lamport + 1 });
    const common = { step: { id, uid }, article: null };
    appendRow(db, chain, { ...common, op: 'insert', kind: 'step', target: uid, payload: step });
    for (const row of rows) appendRow(db, chain, { ...common, ...row });
  })();
}

/** Changes a copy's file as another program would: past its triggers. */
export function damage({ corpus }: TestCorpus, sql: string): void {
  const db = corpus.writer!.db as Database;
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql);
}

/** The code of the refusal that a merge ends in; undefined where it is not refused. */
export async function refusalOf(merging: Promise<unknown>): Promise<string | undefined> {
  try {
    await merging;
    return undefined;
  } catch (error) {
    if (error instanceof ExpectedError) return error.code;
    throw error;
  }
}
