import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoubleTagged } from '#shared/domain/settlement';
import { readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { TestCorpus } from '../../../helpers/corpus.ts';
import { createCommandLine } from '../../../helpers/galley.ts';
import { importTaggedTwice } from '../../../helpers/tagged-twice.ts';

const { folder, galley, json, remove } = createCommandLine();
let article: string;
let difference: string;
beforeAll(async () => {
  const made = new TestCorpus(folder, 1);
  article = await importTaggedTwice(made);
  difference = readAdjudication(made.corpus.read, null, article).differences.find(({ kind }) => kind === 'label')!.uid;
  made.corpus.close();
  renameSync(made.path, join(folder, 'war.galley'));
});
afterAll(remove);

test('adjudicate lists what several people tagged, begins with what agrees, and settles a difference by its first characters', async () => {
  expect(await json<DoubleTagged[]>('adjudicate')).toMatchObject([{ agreed: 3, open: 6, settled: 0, state: null }]);
  const chosen = ['adjudicate', article.slice(0, 8), '--start', '--coders', 'Omar,Sara', '--corpus', 'war.galley'];
  const settled = await galley([...chosen, '--settle', difference.slice(0, 8), 'right', '--reason', 'it speaks']);
  expect([settled.status, settled.stdout]).toEqual([
    0,
    expect.stringMatching(
      /label +location “harbour authority” +actor “harbour authority” +right +Sara[\s\S]*were settled by rule/u,
    ),
  ]);
  const listed = await galley(['adjudicate', '--corpus', 'war.galley']);
  expect(listed.stdout).toMatch(
    /differ +settled +state\n[\s\S]* 5 +1 +begun\n[\s\S]*0 articles settled; none of them changed since/u,
  );
  const wrong = await galley([...chosen, '--settle', difference, 'maybe']);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('left, right, both, neither, unsure')]);
});
