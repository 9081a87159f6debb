import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { migrations, readSchemaVersion } from '../../../../electron/corpus/migrate.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { ensureAnnotator } from '../../../../electron/services/join.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { getCodebook } from '../../../../electron/corpus/repositories/codebook-repository.ts';
import { addAttribute } from '../../../../electron/services/codebook-attributes.ts';
import { addRelationKind } from '../../../../electron/services/relation-kinds.ts';
import { upgradeCorpus } from '../../../../electron/services/upgrade-corpus.ts';
import { NewAttribute } from '#shared/domain/attribute';
import { createEnvironment, createTestCorpus, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the first Galley left it: three articles, two people's tags, a label of their own, an import undone. */
function copyOfFirstSchema(): string {
  const path = join(createTestFolder(), 'first.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-1.galley'), path);
  return path;
}

function readVersion(path: string): number {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return readSchemaVersion(db);
  } finally {
    db.close();
  }
}

const page = { offset: 0, limit: 100 };

test('a corpus of the first schema is brought up to date by its writer and keeps all that it holds', async () => {
  const path = copyOfFirstSchema();
  expect(readVersion(path)).toBe(1);
  const corpus = openCorpus(path, 'write', createEnvironment());
  try {
    expect(listArticles(corpus.read, {}, page).total).toBe(3);
    const quotes = listAnnotations(corpus.read, {}, page).annotations.map(({ spans }) => spans[0]!.quote);
    expect(quotes).toContain(' Qal’at Murayn');
    expect(quotes).toHaveLength(4);
    const sara = ensureAnnotator(corpus, 'Sara Nour');
    const article = listArticles(corpus.read, {}, page).articles[0]!.uid;
    createAnnotation(corpus, sara, { article, label: 'location', spans: [{ start: 0, end: 4 }] });
    undo(corpus, sara, false);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    corpus.close();
  }
  expect(readVersion(path)).toBe(migrations.length);
});

test('who only reads a corpus of the first schema reads it whole and leaves it as it was', () => {
  const path = copyOfFirstSchema();
  const corpus = openCorpus(path, 'read', createEnvironment());
  try {
    expect(listArticles(corpus.read, {}, page).total).toBe(3);
    expect(listAnnotations(corpus.read, {}, page).total).toBe(4);
  } finally {
    corpus.close();
  }
  expect(readVersion(path)).toBe(1);
});

test('it is given the built-in attributes and relations by its founder, once, beside what a team calls the same', async () => {
  const path = copyOfFirstSchema();
  const corpus = openCorpus(path, 'write', createEnvironment());
  try {
    upgradeCorpus(corpus);
    const fresh = getCodebook(createTestCorpus().corpus.read);
    const { labels, relationKinds } = getCodebook(corpus.read);
    for (const label of fresh.labels) {
      const { attributes, entityKinds } = labels.find(({ uid }) => uid === label.uid)!;
      expect({ attributes, entityKinds }).toEqual({ attributes: label.attributes, entityKinds: label.entityKinds });
    }
    expect(relationKinds).toEqual(fresh.relationKinds);
    const steps = () =>
      corpus.read.prepare('SELECT act, annotator_uid FROM step ORDER BY id').all() as { act: string }[];
    const [founding] = steps();
    expect(steps().at(-1)).toEqual({ ...founding, act: 'upgrade' });
    const count = steps().length;
    upgradeCorpus(corpus);
    expect(steps()).toHaveLength(count);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    corpus.close();
  }
});

test('an attribute or relation that a team calls as a built-in one stays the team’s', () => {
  const corpus = openCorpus(copyOfFirstSchema(), 'write', createEnvironment());
  try {
    const sara = ensureAnnotator(corpus, 'Sara Nour');
    const attribute = NewAttribute.parse({ name: 'Verdict', type: 'text' });
    addAttribute(corpus, sara, { label: 'claim', attribute });
    addRelationKind(corpus, sara, { name: 'About' });
    upgradeCorpus(corpus);
    const { labels, relationKinds } = getCodebook(corpus.read);
    const { attributes } = labels.find(({ name }) => name === 'claim')!;
    expect(attributes.filter(({ name }) => name.toLowerCase() === 'verdict')).toMatchObject([{ type: 'text' }]);
    expect(attributes).toHaveLength(7);
    expect(relationKinds.map(({ name }) => name)).toEqual([
      'About',
      'attributed to',
      'located at',
      'contradicts',
      'corroborates',
    ]);
  } finally {
    corpus.close();
  }
});
