import { afterAll, expect, test } from 'vitest';
import type { MergeReport } from '#shared/domain/merge';
import { undo } from '../../../../electron/services/undo.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { createCommandLine } from '../../../helpers/galley.ts';
import { forkCorpora, problemsOf } from '../../../helpers/merge.ts';

const { galley, remove } = createCommandLine();
afterAll(remove);

test('another person’s copy is looked at, merged, and then holds nothing new', async () => {
  const { copies, article } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  theirs.tag(article, 'location', 0, 7, 'Omar');
  for (const { corpus } of copies) corpus.close();
  const merge = (...args: string[]) => galley(['merge', theirs.path, '--corpus', mine.path, ...args]);

  const counts = 'of Omar from test.galley:\nnew: annotation 1\n';
  expect(await merge('--dry-run')).toEqual({ status: 0, stdout: `Would take 1 step ${counts}`, stderr: '' });
  const { status, stdout } = await merge('--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout) as MergeReport).toMatchObject({ same: false, add: { annotation: 1 }, conflicts: [] });
  expect((await merge()).stdout).toBe('There is nothing new in test.galley.\n');
  const itself = await galley(['merge', mine.path, '--corpus', mine.path]);
  expect([itself.status, itself.stderr]).toEqual([1, expect.stringMatching(/^“test\.galley” is the corpus/u)]);
  for (const copy of copies) copy.reopen();
  expect(await problemsOf(mine)).toEqual([]);
});

test('steps that change nothing here are said to be in the history', async () => {
  const { copies, article } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  theirs.tag(article, 'location', 0, 7, 'Omar');
  undo(theirs.corpus, theirs.person('Omar'), false);
  for (const { corpus } of copies) corpus.close();
  const { stdout } = await galley(['merge', theirs.path, '--corpus', mine.path]);
  expect(stdout).toMatch(/^Took \d steps? of Omar from test\.galley; nothing changed here but the history\.\n$/u);
  for (const copy of copies) copy.reopen();
});
