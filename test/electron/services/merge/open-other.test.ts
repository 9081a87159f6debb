import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf, refusalOf } from '../../../helpers/merge.ts';

const fixture = fileURLToPath(new URL('../../../fixtures/corpora/schema-4.galley', import.meta.url));

/** A closed copy, altered as another program, or a bad stick, would. */
const altered: Record<string, [code: string, alter: (path: string) => void]> = {
  'no SQLite file': ['not-a-corpus', (path) => writeFileSync(path, 'Dear Sara, here is my copy.')],
  'another program’s SQLite file': ['not-a-corpus', (path) => withDb(path, 'PRAGMA application_id = 7')],
  'of a newer Galley': ['corpus-newer', (path) => withDb(path, 'PRAGMA user_version = 99')],
  'with a trigger of somebody’s': [
    'corpus-altered',
    (path) => withDb(path, 'CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM annotator; END'),
  ],
  'that was cut short': ['corpus-damaged', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
  'that is not there': ['corpus-missing', (path) => copyFileSync(path, `${path}.away`)],
};

function withDb(path: string, sql: string): void {
  const db = new BetterSqlite3(path);
  db.exec(sql);
  db.close();
}

test.for(Object.keys(altered))('a file %s is refused by name, and nothing is changed', async (name) => {
  const [code, alter] = altered[name]!;
  const { copies } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  theirs.corpus.close();
  const path = join(mine.folder, 'theirs.galley');
  copyFileSync(theirs.path, path);
  theirs.reopen();
  alter(path);
  const before = contentsOf(mine);
  expect(await refusalOf(merge(mine, { path: code === 'corpus-missing' ? join(mine.folder, 'none') : path }))).toBe(
    code,
  );
  expect(contentsOf(mine)).toBe(before);
});

test('what is damaged is said once', async () => {
  const { copies } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  theirs.corpus.close();
  const path = join(mine.folder, 'theirs.galley');
  writeFileSync(path, readFileSync(theirs.path).subarray(0, 300_000));
  theirs.reopen();
  const detail = 'database disk image is malformed';
  await expect(merge(mine, { path })).rejects.toThrow(
    new ExpectedError('corpus-damaged', { file: 'theirs.galley', detail }),
  );
});

test('another corpus is refused, unless it is said that it is meant; then both keep what they are', async () => {
  const mine = createTestCorpus();
  const theirs = createTestCorpus({ seed: 2 });
  await theirs.importText(SAMPLE_TEXT);
  expect(await refusalOf(merge(mine, theirs))).toBe('merge-unrelated');
  const asked = { otherCorpus: true, sameNames: true };
  expect(await merge(mine, theirs, asked)).toMatchObject({ other: { isSameCorpus: false }, add: { article: 1 } });
  expect(mine.corpus.read.prepare('SELECT count(*) FROM corpus').pluck().get()).toBe(1);
  expect(await problemsOf(mine)).toEqual([]);
});

test('a copy of an older format is brought up to date in private, and left as it was', async () => {
  const mine = createTestCorpus();
  const path = join(mine.folder, 'older.galley');
  copyFileSync(fixture, path);
  const bytes = readFileSync(path);
  expect((await merge(mine, { path }, { otherCorpus: true, sameNames: true })).add['annotation']).toBeGreaterThan(0);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(await problemsOf(mine)).toEqual([]);
});
