import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { GalleyEvent } from '#shared/api/contract';
import { startThread } from '../../../electron/worker/start-thread.ts';
import { CallError, type WorkerClient } from '../../../electron/worker/worker-client.ts';
import { createTestFolder, SAMPLE_TEXT } from '../../helpers/corpus.ts';

function start(): { client: WorkerClient; folder: string; events: GalleyEvent[] } {
  const folder = createTestFolder();
  vi.stubEnv('GALLEY_CONFIG_FOLDER', join(folder, 'settings'));
  const client = startThread('a test', 'Sara', (error) => {
    throw error;
  });
  onTestFinished(async () => {
    await client.close();
    vi.unstubAllEnvs();
  });
  const events: GalleyEvent[] = [];
  client.listen((event) => events.push(event));
  return { client, folder, events };
}

test('calls, jobs and events go over a thread’s port and back', async () => {
  const { client, folder, events } = start();
  const made = await client.call('corpus:create', { handle: client.grant(join(folder, 'war.galley')) });
  expect(made).toMatchObject({ mode: 'write', annotator: 'Sara', articles: 0 });
  writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
  const progress: string[] = [];
  const { articles } = await client.runJob(
    'import:run',
    { pages: [{ handle: client.grant(join(folder, 'page.txt')) }] },
    { onProgress: ({ what }) => progress.push(what) },
  );
  expect(articles).toMatchObject([{ status: 'imported', source: 'page.txt' }]);
  expect(progress.at(-1)).toBe('page.txt');
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['corpus', 'changed', 'job-ended']));
  const verified = await client.runJob('corpus:verify', {});
  expect(verified).toMatchObject({ ok: true, checked: { articles: 1 } });
});

test('a failure comes back with its code and its sentence', async () => {
  const { client, folder } = start();
  const opened = client.call('corpus:open', { handle: client.grant(join(folder, 'none.galley')) });
  const error: unknown = await opened.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CallError);
  expect(error).toMatchObject({ failure: { code: 'corpus-missing' }, message: expect.stringContaining('none.galley') });
});

test('a file is known by its handle alone, and only once it was given out', async () => {
  const { client } = start();
  const result = await client.forward('corpus:open', { handle: '/etc/passwd' });
  expect(result).toMatchObject({ ok: false, error: { code: 'handle-unknown' } });
});

test('a job is cancelled by a signal', async () => {
  const { client, folder } = start();
  await client.call('corpus:create', { handle: client.grant(join(folder, 'war.galley')) });
  const pages = Array.from({ length: 50 }, (_, n) => {
    writeFileSync(join(folder, `${n}.txt`), `${SAMPLE_TEXT}${n}\n`);
    return { handle: client.grant(join(folder, `${n}.txt`)) };
  });
  const stop = new AbortController();
  const imported = client.runJob('import:run', { pages }, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(imported).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(await client.call('articles:list', {})).toMatchObject({ total: 0 });
});

test('when it is closed the corpus is one file, which another may write', async () => {
  const { client, folder } = start();
  const path = join(folder, 'war.galley');
  await client.call('corpus:create', { handle: client.grant(path) });
  await client.close();
  const other = startThread('another test', 'Omar', () => {});
  expect(await other.call('corpus:open', { handle: other.grant(path) })).toMatchObject({ mode: 'write', holder: null });
  await other.close();
});
