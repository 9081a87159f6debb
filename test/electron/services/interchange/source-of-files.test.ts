import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Job } from '../../../../electron/services/job.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { take, writeFiles } from '../../../helpers/interchange.ts';

test('of a file that another program changes between its reading and its keeping nothing is kept, and later all of it', async () => {
  const made = createTestCorpus();
  const text = 'Zorn met the council.\n'.repeat(60_000); // more than is kept at once
  const folder = writeFiles({ 'one.txt': text, 'one.ann': 'T1\tactor 0 4\tZorn\n' });
  const path = join(folder, 'one.txt');
  const count = made.corpus.read.prepare<[], number>('SELECT count(*) FROM article').pluck();
  let isChanged = false;
  const look = () => {
    if (isChanged || count.get() === 0) return;
    writeFileSync(path, text.replace('Zorn', 'Zern'));
    isChanged = true;
  };
  const job: Job = { report: look, isCancelled: () => (look(), false) };
  await expect(take(made, [folder], { job })).rejects.toMatchObject({ code: 'file-changed' });
  expect(isChanged).toBe(true);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  writeFileSync(path, text);
  expect(await take(made, [folder])).toMatchObject({ articles: { imported: 1 }, annotations: { added: 1 } });
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
