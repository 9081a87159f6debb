import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { checkInUtility, startWorkerProcess } from '../../../electron/shell/start-utility.ts';
import { FakeUtilityProcess } from './fake-utility.ts';

const script = fileURLToPath(new URL('../../../electron/worker/check-corpus.ts', import.meta.url));
const environment = { now: () => new Date(), newUid: () => crypto.randomUUID(), door: 'a test', version: '0' };

let folder: string;
let utility: FakeUtilityProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-utility-'));
  utility = new FakeUtilityProcess();
});
afterEach(() => {
  utility.killAll();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const check = (path: string, program = script, limitMs = 20_000) =>
  checkInUtility(utility, program, { path, how: 'whole', limitMs });

describe('looking at a corpus in a process that can be ended', () => {
  it('gives null for a sound one and what is wrong for another; the process is ended although it would not end', async () => {
    const sound = join(folder, 'sound.galley');
    createCorpus(sound, 'Ada', environment);
    expect(await check(sound)).toBeNull();
    const bytes = readFileSync(sound);
    writeFileSync(join(folder, 'broken.galley'), bytes.fill(0xff, 4096, 8192));
    expect(await check(join(folder, 'broken.galley'))).toEqual(expect.any(String));
    for (const { child } of utility.started) {
      if (child.signalCode === null) await once(child, 'exit');
      expect(child.signalCode).toBe('SIGTERM');
    }
  });

  it('is started with little memory and its answer on a pipe', async () => {
    await check(write('broken.galley', ''));
    expect(utility.started[0]).toMatchObject({
      script,
      args: [join(folder, 'broken.galley'), 'whole'],
      options: { execArgv: ['--js-flags=--max-old-space-size=512'], stdio: ['ignore', 'pipe', 'inherit'] },
    });
  });

  it('one that takes too long is ended and named', async () => {
    const endless = write('endless.mjs', 'for (;;);');
    expect(await check('x', endless, 300)).toBe('looking at it took too long');
    await once(utility.last, 'exit');
  });

  it('one that dies without an answer has failed', async () => {
    expect(await check('x', write('dead.mjs', 'process.exit(3)'))).toBe('looking at it failed');
    expect(await check('x', write('half.mjs', `process.stdout.write('{"problem"', () => process.exit(0))`))).toBe(
      'looking at it failed',
    );
  });
});

describe('a worker in a process of its own', () => {
  const echo = `process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ got: data }));`;

  it('sends, receives, and says how it ended', async () => {
    const { port, exited } = startWorkerProcess(utility, write('echo.mjs', echo));
    const received = new Promise((resolve) => port.receive(resolve));
    port.send({ type: 'start', bytes: new Uint8Array([1]) });
    expect(await received).toEqual({ got: { type: 'start', bytes: new Uint8Array([1]) } });
    port.close();
    expect(await exited).toBeTypeOf('number');
  });
});
