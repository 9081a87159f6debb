import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listOutdated, rebuildOutdated } from '../../../../electron/corpus/derived/all-derived.ts';
import { migrations, readSchemaVersion } from '../../../../electron/corpus/migrate.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createEnvironment, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the second migration left it. */
function copyOfSecondSchema(): string {
  const path = join(createTestFolder(), 'second.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-2.galley'), path);
  return path;
}

function look<T>(path: string, at: (db: BetterSqlite3.Database) => T): T {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return at(db);
  } finally {
    db.close();
  }
}

const page = { offset: 0, limit: 1000 };

test('a corpus of the second schema keeps all that it holds, and what was tagged in it is known', async () => {
  const path = copyOfSecondSchema();
  const count = (table: string) => (db: BetterSqlite3.Database) =>
    db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!;
  const before = look(path, (db) => ({
    version: readSchemaVersion(db),
    annotations: count('annotation')(db),
    aliases: count('entity_alias')(db),
    journal: count('journal')(db),
  }));
  expect(before.version).toBe(2);
  expect(before.annotations).toBeGreaterThan(0);

  const corpus = openCorpus(path, 'write', createEnvironment());
  try {
    const { db } = corpus.writer!;
    expect(listOutdated(db).map(({ name }) => name)).toEqual([
      'alias_form',
      'known_form',
      'article_words',
      'article_mentions',
    ]);
    const content = computeContentFingerprint(db);
    rebuildOutdated(db);
    expect(computeContentFingerprint(db)).toBe(content);
    expect(count('annotation')(db)).toBe(before.annotations);
    expect(count('journal')(db)).toBe(before.journal);
    const tagged = listAnnotations(db, {}, page).annotations.filter(({ spans }) => spans.length === 1);
    const known = db.prepare<[], { written: string; n: number }>('SELECT written, n FROM known_form').all();
    expect(known.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(tagged.length);
    for (const { written } of known) expect(tagged.map(({ spans }) => spans[0]!.quote)).toContain(written);
    expect(new Set(db.prepare('SELECT alias FROM alias_form').pluck().all()).size).toBe(before.aliases);
    for (const { uid } of listArticles(db, {}, page).articles)
      expect(listSuggestions(db, uid, null)).toBeInstanceOf(Array);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [], notes: [] });
  } finally {
    corpus.close();
  }
  expect(look(path, readSchemaVersion)).toBe(migrations.length);
});

test('who only reads it is told what the texts suggest, and leaves it as it was', () => {
  const path = copyOfSecondSchema();
  const corpus = openCorpus(path, 'read', createEnvironment());
  try {
    const [first] = listArticles(corpus.read, {}, page).articles;
    expect(listSuggestions(corpus.read, first!.uid, null)).toBeInstanceOf(Array);
  } finally {
    corpus.close();
  }
  expect(look(path, readSchemaVersion)).toBe(2);
});
