import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CorpusStatus } from '#shared/domain/corpus';
import { SAMPLE_TEXT, TestCorpus, createTestFolder } from '../../helpers/corpus.ts';
import { createTestSession } from '../../helpers/session.ts';

test('a corpus that was handed out says for whom, how much and whether blind; one that merged it says nothing of the kind', async () => {
  const folder = createTestFolder();
  const made = new TestCorpus(folder, 1);
  await made.importText(SAMPLE_TEXT);
  made.corpus.close();
  const { get, run, grant, bugs } = createTestSession({ folder, seed: 2 });
  const status = () => get<CorpusStatus>('corpus:status');
  await get('corpus:open', { handle: grant(made.path) });
  expect(await status()).toMatchObject({ package: null });
  const to = { name: 'part' };
  expect(await run('packages:write', { for: 'Omar', filter: {}, isBlind: true, to })).toMatchObject({ ok: true });

  const other = grant(join(folder, 'Galley', 'part.galley'));
  await get('corpus:open', { handle: other });
  expect(await status()).toMatchObject({ package: { for: 'Omar', articles: 1, isBlind: true } });
  await get('codebook:add-label', { name: 'Vessel' });
  await get('corpus:open', { handle: grant(made.path) });
  expect(await run('merge:run', { other })).toMatchObject({ ok: true, value: { steps: 1 } });
  expect(await status()).toMatchObject({ package: null });
  expect(bugs).toEqual([]);
});
