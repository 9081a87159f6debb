import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GalleyEvent } from '#shared/api/contract';
import type { CorpusStatus } from '#shared/domain/corpus';
import { workerGone, workerRestarted, workerRestartedWithout } from '#shared/messages/en/desktop';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { LastingWorker } from '../../../electron/shell/lasting-worker.ts';
import { startWorkerProcess } from '../../../electron/shell/start-utility.ts';
import { WorkerClient } from '../../../electron/worker/worker-client.ts';
import { findWorkerProgram } from '../../helpers/command-line.ts';
import { FakeUtilityProcess } from './fake-utility.ts';

const environment = { now: () => new Date(), newUid: () => crypto.randomUUID(), door: 'a test', version: '0' };

let folder: string;
let utility: FakeUtilityProcess;
let workers: LastingWorker[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-lasting-'));
  utility = new FakeUtilityProcess();
  workers = [];
});
afterEach(async () => {
  const closed = workers.map((worker) => worker.close());
  utility.killAll();
  await Promise.all(closed);
  rmSync(folder, { recursive: true, force: true });
});

type Given = { program?: string; checkCorpus?: () => Promise<string | null> };

/** A worker in real processes; `checkCorpus` is what the door would find out about a corpus that is not known. */
function createWorker(
  corpus: string | null,
  { program = findWorkerProgram('worker'), checkCorpus = () => Promise.resolve(null) }: Given = {},
) {
  const events: GalleyEvent[] = [];
  const heard = new Set<() => void>();
  let now = 0;
  const worker = new LastingWorker(corpus, {
    start() {
      const { port, exited } = startWorkerProcess(utility, program);
      const folders = { settings: join(folder, 'settings'), documents: folder, home: folder, sample: '' };
      const start = { door: 'a test', version: '0', person: 'Ada', folders };
      return {
        client: new WorkerClient(port, { start, checkCorpus, logBug: () => {} }),
        exited,
        kill: () => port.close(),
      };
    },
    emit(event) {
      events.push(event);
      for (const look of heard) look();
    },
    logBug: () => {},
    now: () => now,
    closeLimitMs: 10_000,
  });
  workers.push(worker);
  const hear = (type: GalleyEvent['type'], count = 1) =>
    new Promise<void>((resolve) => {
      const look = () => events.filter((event) => event.type === type).length >= count && resolve();
      heard.add(look);
      look();
    });
  const kill = async () => {
    const child = utility.last;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const status = async () => {
    const result = await worker.forward('corpus:status', {});
    return result.ok ? (result.value as CorpusStatus | null) : result.error.code;
  };
  const notices = () => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
  const later = (ms: number) => void (now += ms);
  return { worker, events, hear, kill, status, notices, later };
}

/** A worker that starts fast, has no corpus, and never ends a job. */
function writeStandIn(): string {
  const program = join(folder, 'stand-in.mjs');
  writeFileSync(
    program,
    `const values = { 'corpus:verify': 'job-1', 'corpus:recent': [] };
     process.parentPort.on('message', ({ data: { type, id, name } }) => {
       if (type === 'start') process.parentPort.postMessage({ type: 'ready' });
       if (type !== 'call') return;
       process.parentPort.postMessage({ type: 'answer', id, result: { ok: true, value: values[name] ?? null } });
     });`,
  );
  return program;
}

function createFile(name = 'war.galley'): string {
  const path = join(folder, name);
  createCorpus(path, 'Ada', environment);
  return path;
}

describe('the corpus that it begins with', () => {
  it('is open before any call is answered', async () => {
    const { status } = createWorker(createFile());
    expect(await status()).toMatchObject({ file: 'war.galley', mode: 'write' });
  });

  it('is the one that was open last where none is named', async () => {
    const first = createWorker(createFile());
    await first.status();
    await first.worker.close();
    expect(await createWorker(null).status()).toMatchObject({ file: 'war.galley', mode: 'write' });
  });

  it('that cannot be opened is said, and the worker goes on without', async () => {
    const { status, notices } = createWorker(join(folder, 'missing.galley'));
    expect(await status()).toBeNull();
    expect(notices()).toEqual([expect.stringContaining('There is no corpus at')]);
  });
});

describe('a process that dies', () => {
  it('is started again with its corpus open for writing, and the page is told once', async () => {
    const path = createFile();
    const { status, kill, notices, hear } = createWorker(path);
    await status();
    await kill();
    expect(await status()).toMatchObject({ file: 'war.galley', mode: 'write' });
    await hear('notice');
    expect(notices()).toEqual([workerRestarted()]);
    expect(utility.started).toHaveLength(2);
  });

  it('keeps what was only read for reading only', async () => {
    const { worker, status, kill } = createWorker(null);
    await worker.forward('corpus:open', { handle: worker.grant(createFile()), write: false });
    await kill();
    expect(await status()).toMatchObject({ file: 'war.galley', mode: 'read' });
  });

  it('a file that was given out keeps its handle', async () => {
    const { worker, status, kill } = createWorker(null);
    const handle = worker.grant(createFile());
    expect(await status()).toBeNull();
    await kill();
    expect(await worker.forward('corpus:open', { handle })).toMatchObject({ ok: true, value: { file: 'war.galley' } });
  });

  it('a call that it had not answered fails, and the next one is answered', async () => {
    const asked = Promise.withResolvers<void>();
    let checks = 0;
    const { worker, status, kill } = createWorker(null, {
      checkCorpus() {
        checks += 1;
        asked.resolve();
        return checks === 1 ? new Promise(() => {}) : Promise.resolve(null);
      },
    });
    const handle = worker.grant(createFile());
    const unanswered = worker.forward('corpus:open', { handle });
    await asked.promise;
    await kill();
    expect(await unanswered).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await status()).toBeNull();
  });

  it('a job that ran in it ends as failed', async () => {
    const { worker, kill, events, hear } = createWorker(null, { program: writeStandIn() });
    expect(await worker.forward('corpus:verify', {})).toEqual({ ok: true, value: 'job-1' });
    await kill();
    await hear('job-ended');
    expect(events.find(({ type }) => type === 'job-ended')).toEqual({
      type: 'job-ended',
      job: 'job-1',
      result: { ok: false, error: { code: 'internal', values: undefined } },
    });
  });

  it('while it opens its corpus again is started without it, and the page is told which', async () => {
    const path = createFile();
    const { status, kill, notices, hear } = createWorker(path);
    await status();
    await kill();
    utility.last.kill('SIGKILL'); // before it can have opened anything
    await hear('notice', 2);
    expect(await status()).toBeNull();
    expect(notices()).toEqual(expect.arrayContaining([workerRestartedWithout('war.galley')]));
    expect(utility.started).toHaveLength(3);
  });

  it('more than three times within a minute is given up: every call then fails at once', async () => {
    const { worker, status, kill, notices, hear } = createWorker(null, { program: writeStandIn() });
    for (let deaths = 0; deaths < 4; deaths += 1) {
      await status();
      await kill();
    }
    await hear('notice', 4);
    expect(utility.started).toHaveLength(4);
    expect(notices().at(-1)).toBe(workerGone());
    expect(await status()).toBe('internal');
    await worker.close();
  });

  it('now and then is started again each time', async () => {
    const { status, kill, later } = createWorker(null, { program: writeStandIn() });
    for (let deaths = 0; deaths < 4; deaths += 1) {
      await status();
      await kill();
      later(30_000);
    }
    expect(await status()).toBeNull();
    expect(utility.started).toHaveLength(5);
  });
});

describe('closing', () => {
  it('leaves one file, ends the process, and starts no other', async () => {
    const { worker, status } = createWorker(createFile());
    await status();
    await worker.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('war'))).toEqual(['war.galley']);
    const { last } = utility;
    if (last.exitCode === null && last.signalCode === null) await once(last, 'exit');
    expect(utility.started).toHaveLength(1);
    expect(existsSync(join(folder, 'war.galley-wal'))).toBe(false);
  });

  it('ends with the process when that dies meanwhile', async () => {
    const { worker, status } = createWorker(createFile());
    await status();
    utility.last.kill('SIGSTOP'); // it cannot answer
    const closed = worker.close();
    utility.last.kill('SIGKILL');
    await closed;
    expect(utility.started).toHaveLength(1);
  });
});
