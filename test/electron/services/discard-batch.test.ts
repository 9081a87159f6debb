import { expect, test } from 'vitest';
import type { Job } from '../../../electron/services/job.ts';
import { findRecord } from '../../../electron/corpus/model/rows.ts';
import { listArticleUids } from '../../../electron/corpus/repositories/article-repository.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { listOutlets } from '../../../electron/corpus/repositories/outlet-repository.ts';
import { ReadOptions } from '#shared/domain/import';
import { Handle } from '#shared/domain/ids';
import { deleteSomeRemoved, discardBatch, hasRemoved } from '../../../electron/services/discard-batch.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { continueStep, openStep, writeStep } from '../../../electron/services/write-step.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROWS = 400;
const table = `title,text,outlet\n${Array.from({ length: ROWS }, (_, n) => `T${n},"Words of number w${n} here.",The Paper\n`).join('')}`;
const options = ReadOptions.parse({ map: { title: 'title', text: 'text', outlet: 'outlet' } });

/** An import that is stopped once some of its rows are in. */
async function stopImport(made: TestCorpus): Promise<void> {
  const path = join(made.folder, 'table.csv');
  writeFileSync(path, table);
  const count = () => made.corpus.read.prepare<[], number>('SELECT count(*) FROM article').pluck().get()!;
  const job: Job = { report: () => {}, isCancelled: () => count() > 0 };
  const requests = [{ path, name: 'table.csv', choice: { handle: Handle.parse('table') } }];
  await expect(importArticles(made.corpus, made.sara, requests, options, job)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(count()).toBeGreaterThan(0);
}

const verify = (made: TestCorpus) => verifyCorpus(made.corpus, noJob);
const sound = { ok: true, problems: [] };

test('what a stopped import leaves behind is seen by nobody, no problem, and goes in slices', async () => {
  const made = createTestCorpus();
  await stopImport(made);
  expect([listArticleUids(made.corpus.read, {}), listOutlets(made.corpus.read)]).toEqual([[], []]);
  expect(await verify(made)).toMatchObject(sound);
  const { db } = made.corpus.writer!;
  expect([deleteSomeRemoved(db, 5), hasRemoved(db)]).toEqual([true, true]);
  expect(await verify(made)).toMatchObject(sound);
  made.reopen();
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(hasRemoved(made.corpus.read)).toBe(false);
  expect(made.corpus.read.prepare('SELECT count(*) FROM stale_words').pluck().get()).toBe(0);
  expect(await verify(made)).toMatchObject(sound);
});

test.each([0, 5, 1000])('the same is imported again when %i rows of it are gone', async (gone) => {
  const made = createTestCorpus();
  await stopImport(made);
  deleteSomeRemoved(made.corpus.writer!.db, gone);
  const report = await made.import({ 'table.csv': table }, { options });
  expect(report).toMatchObject({ imported: ROWS, errors: [] });
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(listOutlets(made.corpus.read)).toMatchObject([{ name: 'The Paper', articles: ROWS }]);
  expect(await verify(made)).toMatchObject(sound);
});

test('an outlet that another import has come to name stays with that', async () => {
  const made = createTestCorpus();
  await made.import({ 'table.csv': table }, { options });
  await made.import({ 'other.csv': 'title,text,outlet\nA,"Other words.",The Paper\n' }, { options });
  const first = made.corpus.read.prepare<[], string>('SELECT uid FROM batch ORDER BY id').pluck().get()!;
  writeStep(made.corpus, made.sara, 'import', (step) => step.update('batch', first, { state: 'open' }));
  discardBatch(made.corpus, first);
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(listOutlets(made.corpus.read)).toMatchObject([{ name: 'The Paper', articles: 1 }]);
});

test('what an unfinished long write changed is as before, and what it made besides goes unless others use it', async () => {
  const made = createTestCorpus();
  const { corpus, sara, environment } = made;
  const article = await made.importText(SAMPLE_TEXT);
  const tagged = findRecord(corpus.read, 'annotation', made.tag(article, 'actor', 0, 7).uid)!;
  const label = { ...findRecord(corpus.read, 'label', tagged.label)!, key: null, excludes: [] };
  const before = findRecord(corpus.read, 'article', article);
  const step = openStep(corpus, sara, 'import annotations');
  const [batch, used, unused, entity] = Array.from({ length: 4 }, () => environment.newUid()) as [string, ...string[]];
  continueStep(corpus, step, (writer) => {
    writer.insert('batch', batch, { step: step.uid, state: 'open' });
    writer.insert('label', used!, { ...label, name: 'ship' });
    writer.insert('label', unused!, { ...label, name: 'boat' });
    writer.insert('annotation', environment.newUid(), { ...tagged, label: unused!, batch });
    const unknown = { kind: null, description: '', latitude: null, longitude: null, merged_into: null, refs: [] };
    writer.insert('entity', entity!, { label: tagged.label, name: 'Zorn', ...unknown, batch });
    const alias = { entity: entity!, form: 'Zorn', folded: 'zorn', script: 'Latn', outlet: null, never_alone: 0 };
    writer.insert('entity_alias', environment.newUid(), { ...alias, batch });
    writer.update('article', article, { title: 'Changed', byline: 'Somebody' });
  });
  made.tag(article, 'ship', 8, 15, 'Omar');
  discardBatch(corpus, batch);
  while (deleteSomeRemoved(corpus.writer!.db));
  expect(findRecord(corpus.read, 'article', article)).toEqual(before);
  const labels = getCodebook(corpus.read).labels.map(({ name }) => name);
  expect(labels.toSorted()).toEqual(['actor', 'claim', 'location', 'ship']);
  expect(await verify(made)).toMatchObject(sound);
});
