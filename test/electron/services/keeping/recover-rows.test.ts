import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { recoverCorpus } from '../../../../electron/services/keeping/recover.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { forkCorpora, merge, refusalOf } from '../../../helpers/merge.ts';

const PAGE = 4096;
const checkCorpus = (path: string, how: 'copy') => Promise.resolve(inspectCorpus(path, how));
const notes = (read: ReadDb) =>
  listAnnotations(read, {}, { offset: 0, limit: 100 }).annotations.map(({ note }) => note);

/** Takes rows out of a closed corpus so that nothing of them is left in its pages. */
function takeOut({ path, corpus }: TestCorpus, ...deletes: string[]): void {
  corpus.close();
  const db = new BetterSqlite3(path);
  db.pragma('foreign_keys = OFF');
  db.pragma('secure_delete = ON');
  const triggers = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
  for (const sql of deletes) expect(db.prepare(`DELETE FROM ${sql}`).run().changes).toBeGreaterThan(0);
  db.exec('VACUUM');
  db.close();
}

/** Changes an annotation a dozen times and closes the corpus; then breaks the page of the journal that the last change is on. */
function workAndBreakEnd({ path, corpus, sara }: TestCorpus, annotation: string): void {
  for (let n = 1; n <= 12; n += 1) updateAnnotation(corpus, sara, annotation, { note: `note ${n}` });
  corpus.close();
  const bytes = readFileSync(path);
  const page = Math.floor(bytes.lastIndexOf('{"after":{"note":"note 12"}') / PAGE);
  writeFileSync(path, bytes.fill(0x5a, page * PAGE, (page + 1) * PAGE));
}

/** Recovers a closed corpus; gives what `read` says of the new one, which verifies. */
async function recover<T>({ path, folder, environment }: TestCorpus, read: (db: ReadDb) => T) {
  const out = join(folder, 'recovered.galley');
  const { lost } = await recoverCorpus(path, out, { environment, checkCorpus, person: 'Sara' }, noJob);
  const corpus = openCorpus(out, 'read', environment);
  const said = read(corpus.read);
  expect((await verifyCorpus(corpus, noJob)).problems).toEqual([]);
  corpus.close();
  return { lost, said };
}

test('a change whose journal row is gone is as the tables have it', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 7);
  updateAnnotation(made.corpus, made.sara, uid, { note: 'later' });
  made.tag(article, 'claim', 8, 15);
  takeOut(made, `journal WHERE op = 'update' AND kind = 'annotation'`);
  expect(await recover(made, notes)).toEqual({ lost: [expect.stringContaining('journal row')], said: ['later', ''] });
});

test('so is what was done last, where the last page of the journal is gone', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 7);
  workAndBreakEnd(made, uid);
  expect(await recover(made, notes)).toEqual({ lost: [expect.stringContaining('journal row')], said: ['note 12'] });
});

test('a copy that was recovered without its last work is no longer merged: what was done is not in its journal', async () => {
  const { copies, annotation } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  workAndBreakEnd(theirs, annotation);
  expect((await recover(theirs, notes)).said).toContain('note 12');
  const recovered = { path: join(theirs.folder, 'recovered.galley') };
  expect(await refusalOf(merge(mine, recovered))).toBe('merge-unsound');
});

test('articles whose journal rows are gone come from the tables, but for those of an import that was undone', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  undo(made.corpus, made.sara, false);
  takeOut(made, `journal WHERE kind = 'article'`);
  const { said } = await recover(made, (read) => listArticleUids(read, {}));
  expect(said).toEqual([article]);
});

test('an import of which neither journal nor tables say that it was finished is taken as finished', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'claim', 8, 15);
  takeOut(made, `journal WHERE kind = 'batch' AND op = 'update'`, 'batch');
  expect((await recover(made, (read) => listArticleUids(read, {}))).said).toEqual([article]);
});

test('what a merge brought comes back once, as the merge left it', async () => {
  const { copies, article, annotation } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  updateAnnotation(theirs.corpus, theirs.sara, annotation, { note: 'theirs' });
  theirs.tag(article, 'location', 20, 25, 'Omar');
  mine.tag(article, 'claim', 26, 30);
  await merge(mine, theirs);
  updateAnnotation(mine.corpus, mine.sara, annotation, { note: 'mine, after' });
  const fingerprint = computeContentFingerprint(mine.corpus.read);
  mine.corpus.close();
  expect(await recover(mine, computeContentFingerprint)).toEqual({ lost: [], said: fingerprint });
});
