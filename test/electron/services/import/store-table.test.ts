import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { importArticles } from '../../../../electron/services/import-articles.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

const ROWS = 400;
const toTable = (last: string) =>
  `title,text\n${Array.from({ length: ROWS }, (_, n) => `T${n},${`Words of row ${n}. `.repeat(200)}\n`).join('')}End,${last}\n`;

test.each([
  ['before its last row is read', 1],
  ['after that, before its bytes are kept', ROWS + 1],
])('a table that another program changes %s leaves nothing, and comes in whole later', async (_, stored) => {
  const made = createTestCorpus();
  const path = join(made.folder, 'a.csv');
  writeFileSync(path, toTable('one'));
  const count = made.corpus.read.prepare<[], number>('SELECT count(*) FROM article').pluck();
  let isChanged = false;
  const report = () => {
    if (isChanged || count.get()! < stored) return;
    writeFileSync(path, toTable('two'));
    isChanged = true;
  };
  const requests = [{ path, name: 'a.csv', choice: { handle: Handle.parse('a') } }];
  const importIt = () =>
    importArticles(made.corpus, made.sara, requests, ReadOptions.parse({}), { report, isCancelled: () => false });
  const outcome = await importIt().then(
    ({ errors }) => errors[0]?.message ?? 'imported',
    (error: Error) => error.message,
  );
  expect([isChanged, outcome]).toEqual([true, expect.stringMatching(/“a.csv” has changed/u)]);
  expect(listArticleUids(made.corpus.read, {})).toEqual([]);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  writeFileSync(path, toTable('one'));
  expect(await importIt()).toMatchObject({ imported: ROWS + 1, errors: [] });
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('what the person says of one file goes before what was said of all', async () => {
  const made = createTestCorpus();
  const bytes = Buffer.concat([Buffer.from('title,text\nOne,A'), Buffer.from([0x95]), Buffer.from(' text.\n')]);
  const options = { stray: 'refuse' as const };
  expect(await made.import({ 'a.csv': bytes }, { options })).toMatchObject({ imported: 0, errors: { length: 1 } });
  expect(await made.import({ 'a.csv': bytes }, { options, choice: { stray: 'mark' } })).toMatchObject({
    ...{ imported: 1, errors: [] },
  });
});
