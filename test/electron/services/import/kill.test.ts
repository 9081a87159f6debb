import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { discardUnfinished } from '../../../../electron/services/discard-batch.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { readLine, startChild } from '../../../helpers/child.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const ROWS = 1200;

test('a kill in the midst of a large table leaves nothing of it, and it can be imported again', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.corpus.close();
  const rows = Array.from({ length: ROWS }, (_, n) => `Title ${n},"${`Words of row ${n}. `.repeat(40)}"\n`);
  const content = `title,text\n${rows.join('')}`;
  const table = join(made.folder, 'a.csv');
  writeFileSync(table, content);
  const child = startChild('test/helpers/import-until-killed.ts', [made.path, table]);
  for (let n = 0; n < 10; n += 1) expect(await readLine(child)).not.toEqual({ done: 'all' });
  await child.kill();

  expect(inspectCorpus(made.path, 'quick')).toBeNull();
  made.corpus = openCorpus(made.path, 'write', made.environment);
  expect(listArticleUids(made.corpus.read, {})).toEqual([article]); // not even before it is taken back
  made.corpus.mode = 'write'; // the check that it waits for has passed above
  expect(discardUnfinished(made.corpus)).toBe(1);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [], checked: { articles: 1 } });
  expect(await made.import({ 'a.csv': content })).toMatchObject({ imported: ROWS, errors: [] });
});
