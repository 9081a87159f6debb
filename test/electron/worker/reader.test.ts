import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { GalleyEvent, Input, JobId, Result } from '#shared/api/contract';
import { createAnswer } from '../../../electron/api/answer.ts';
import { allHandlers } from '../../../electron/api/handlers/all-handlers.ts';
import { Session } from '../../../electron/api/session.ts';
import { Reader } from '../../../electron/worker/reader.ts';
import { startThread } from '../../../electron/worker/start-thread.ts';
import type { WorkerClient } from '../../../electron/worker/worker-client.ts';
import { buildCorpus } from '../../bench/corpus/build-corpus.ts';
import { createEnvironment, createTestFolder } from '../../helpers/corpus.ts';

let built: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  built = join(folder, 'built.galley');
  buildCorpus(built, 300, () => {});
  return () => rmSync(folder, { recursive: true, force: true });
});

/** A copy of a corpus that takes a second or two to verify. */
function copyBuilt(): { folder: string; path: string } {
  const folder = createTestFolder();
  const path = join(folder, 'war.galley');
  copyFileSync(built, path);
  vi.stubEnv('GALLEY_CONFIG_FOLDER', join(folder, 'settings'));
  onTestFinished(() => void vi.unstubAllEnvs());
  return { folder, path };
}

async function open(): Promise<{ client: WorkerClient; events: GalleyEvent[]; folder: string; article: string }> {
  const { folder, path } = copyBuilt();
  const client = startThread('a test', 'Ada', (error) => {
    throw error;
  });
  onTestFinished(() => client.close());
  const events: GalleyEvent[] = [];
  client.listen((event) => events.push(event));
  await client.call('corpus:open', { handle: client.grant(path) });
  const { articles } = await client.call('articles:list', { limit: 1 });
  return { client, events, folder, article: articles[0]!.uid };
}

const tag = (client: WorkerClient, article: string, n: number) =>
  client.call('annotations:create', { article, label: 'actor', spans: [{ start: 0, end: n + 1 }] });

/** The corpus with what lies beside it while it is open. */
const listFiles = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('war.'));

const hasEnded = (events: GalleyEvent[]) => events.some(({ type }) => type === 'job-ended');

test('tags are answered while a long read is running, and the read does not see them', async () => {
  const { client, events, article } = await open();
  const begun = Promise.withResolvers<void>();
  const verified = client.runJob('corpus:verify', {}, { onProgress: () => begun.resolve() });
  await begun.promise;
  for (let n = 0; n < 5; n += 1) await tag(client, article, n);
  expect(hasEnded(events)).toBe(false);
  const { ok, checked, fingerprint } = await verified;
  expect({ ok, annotations: checked.annotations }).toEqual({ ok: true, annotations: 3000 });
  expect((await client.call('corpus:status', {}))?.fingerprint).not.toBe(fingerprint);
});

test('a read that is begun after a change sees it', async () => {
  const { client, article } = await open();
  const choice: Input<'dataset:preview'> = { format: 'csv', filter: { articles: [article], layer: 'own' } };
  const before = await client.runJob('dataset:preview', choice);
  await tag(client, article, 0);
  const after = await client.runJob('dataset:preview', choice);
  expect(after.annotations - before.annotations).toBe(1);
});

test('closing ends a long read and leaves one file', async () => {
  const { client, folder } = await open();
  const begun = Promise.withResolvers<void>();
  const verified = client
    .runJob('corpus:verify', {}, { onProgress: () => begun.resolve() })
    .catch((error: unknown) => error);
  await begun.promise;
  await client.close();
  expect(await verified).toMatchObject({ failure: { code: 'cancelled' } });
  expect(listFiles(folder)).toEqual(['war.galley']);
});

/** The first worker without a thread of its own, with a reader that has no patience. */
async function openImpatient() {
  const { folder, path } = copyBuilt();
  const events: GalleyEvent[] = [];
  const folders = { settings: folder, documents: folder, home: folder, sample: folder };
  const session = new Session({
    environment: createEnvironment(),
    person: 'Ada',
    folders,
    emit: (event) => events.push(event),
    checkCorpus: () => Promise.resolve(null),
  });
  const start = { door: 'a test', version: '0', person: 'Ada', folders };
  const reader = new Reader({ session, start, logBug: () => {}, patienceMs: 0 });
  const answer = createAnswer(session, allHandlers, () => {}, reader);
  onTestFinished(() => session.close());
  await session.open(path, 'write');
  const begin = async (name: string, input: unknown = {}) => {
    const result = (await answer(name, input)) as Result<JobId>;
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const endOf = (job: JobId) =>
    vi.waitUntil(() => events.find((event) => event.type === 'job-ended' && event.job === job), { timeout: 20_000 });
  return { session, folder, answer, begin, endOf };
}

test('a job that does not hear that it is to stop is ended with its thread, and the next read starts another', async () => {
  const { session, folder, answer, begin, endOf } = await openImpatient();
  const [first, beside] = [await begin('corpus:verify'), await begin('corpus:verify')];
  await new Promise((resolve) => setImmediate(resolve)); // timers are looked at next, messages after them
  const cancelling = answer('jobs:cancel', { job: first });
  for (const until = performance.now() + 5; performance.now() < until;); // so patience ends before the thread was told
  await cancelling;
  expect(await endOf(first)).toMatchObject({ result: { ok: false, error: { code: 'cancelled' } } });
  expect(await endOf(beside)).toMatchObject({ result: { ok: false, error: { code: 'reading-interrupted' } } });
  const again = await begin('corpus:verify');
  expect(await endOf(again)).toMatchObject({ result: { ok: true, value: { ok: true } } });
  await session.close();
  expect(listFiles(folder)).toEqual(['war.galley']);
});

test('while the corpus is shown as it was, long reads are of that, and then of the present again', async () => {
  const { client, article } = await open();
  const choice: Input<'dataset:preview'> = { format: 'csv', filter: { articles: [article], layer: 'own' } };
  const count = async () => (await client.runJob('dataset:preview', choice)).annotations;
  const before = await count();
  const at = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5)); // so that the tag is later than that
  await tag(client, article, 0);
  const { handle } = await client.runJob('keeping:as-of', { at });
  await client.call('keeping:show-as-of', { handle });
  expect(await count()).toBe(before);
  await client.call('keeping:back-to-now', {});
  expect(await count()).toBe(before + 1);
});
