import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { listOutdated, rebuildOutdated } from '../../../../electron/corpus/derived/all-derived.ts';
import { migrations, readSchemaVersion } from '../../../../electron/corpus/migrate.ts';
import { openCorpus, type Corpus } from '../../../../electron/corpus/open-corpus.ts';
import { countSides } from '../../../../electron/services/compare/count-sides.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createEnvironment, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the third migration left it: three articles; of one of them two people tagged two mentions each. */
function copyOfThirdSchema(): string {
  const path = join(createTestFolder(), 'third.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-3.galley'), path);
  return path;
}

const readVersion = (path: string): number => {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return readSchemaVersion(db);
  } finally {
    db.close();
  }
};
const count = async ({ read }: Corpus) => (await countSides(read, Compared.parse({}), noJob)).a;
const counted = { articles: 3, annotations: 2, unchecked: 2, by: [{ annotator: 'Sara Nour', articles: 1 }] };

test('a corpus of the third schema keeps all that it holds, and what counts of it is there once it is made', async () => {
  const path = copyOfThirdSchema();
  expect(readVersion(path)).toBe(3);
  const corpus = openCorpus(path, 'write', createEnvironment());
  try {
    const { db } = corpus.writer!;
    expect(listOutdated(db).map(({ name }) => name)).toEqual(['article_words', 'article_mentions']);
    const content = computeContentFingerprint(db);
    const before = await count(corpus);
    expect(before).toMatchObject(counted);
    expect(before.tokens).toBeGreaterThan(0);
    rebuildOutdated(db);
    expect(await count(corpus)).toEqual(before);
    expect(computeContentFingerprint(db)).toBe(content);
    expect(db.prepare('SELECT count(*) FROM article_words').pluck().get()).toBe(3);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [], notes: [] });
  } finally {
    corpus.close();
  }
  expect(readVersion(path)).toBe(migrations.length);
});

test('who only reads it compares all the same, and leaves it as it was', async () => {
  const path = copyOfThirdSchema();
  const corpus = openCorpus(path, 'read', createEnvironment());
  try {
    expect(await count(corpus)).toMatchObject(counted);
  } finally {
    corpus.close();
  }
  expect(readVersion(path)).toBe(3);
});
