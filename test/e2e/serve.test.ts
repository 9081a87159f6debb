import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createServer, type AddressInfo } from 'node:net';
import { runGalley } from '../helpers/child.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { startHost, type HostChoices } from '../helpers/host.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'galley-test-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A host in this test's home, which ends with the test at the latest. */
async function start(choices: HostChoices = {}) {
  const host = await startHost({ home, ...choices });
  onTestFinished(async () => void (await host.kill('SIGKILL')));
  return host;
}

/** Runs `galley serve` to its end. */
const run = (...args: string[]) =>
  runGalley(['serve', ...args], {
    env: { HOME: home, USERPROFILE: home, GALLEY_CONFIG_FOLDER: join(home, 'settings') },
  });

/** Asks as the host's own page does; names under .localhost are not known to Node. */
async function ask(url: string, path: string, value?: unknown, ...more: string[]) {
  const { host, port, origin } = new URL(url);
  const body = value === undefined ? '' : JSON.stringify(value);
  const headers = ['Host', host, 'Origin', origin, 'Content-Type', 'application/json', ...more];
  headers.push('Content-Length', String(Buffer.byteLength(body)));
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method: value === undefined ? 'GET' : 'POST',
    headers,
    setHost: false,
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode, text };
}
const secretOf = (url: string) => new URL(url).hash.slice('#secret='.length);
const enter = async (url: string) =>
  JSON.parse((await ask(url, '/exchange', { secret: secretOf(url) })).text) as { key: string };
const call = async <T>(url: string, key: string, name: string, input: unknown = {}) =>
  (JSON.parse((await ask(url, '/call', { name, input }, 'galley-key', key)).text) as { value: T }).value;

function createCorpus(): string {
  const folder = join(home, 'corpora');
  mkdirSync(folder);
  const made = new TestCorpus(folder, 1);
  made.corpus.close();
  return made.path;
}

describe('addresses', () => {
  it('a new one comes when Enter is pressed and when the last was used; all are of one name', async () => {
    const host = await start();
    const second = await host.newUrl();
    await enter(host.url);
    const third = await host.newUrl();
    const urls = [host.url, second, third];
    expect(new Set(urls.map(secretOf)).size).toBe(3);
    expect(new Set(urls.map((url) => new URL(url).origin)).size).toBe(1);
    for (const url of [second, third]) expect((await enter(url)).key).toHaveLength(43);
    expect((await ask(host.url, '/exchange', { secret: secretOf(host.url) })).status).toBe(401);
  });

  it('are told to a person in words', async () => {
    const child = spawn(process.execPath, ['electron/cli/main.ts', 'serve'], {
      cwd: new URL('../../', import.meta.url),
      env: { ...process.env, HOME: home, GALLEY_CONFIG_FOLDER: join(home, 'settings') },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    expect(text).toMatch(/^Galley is at http:\/\/[a-z2-7]{26}\.localhost:\d+\/#secret=[\w-]{43}\n.*Enter.*Ctrl\+C/s);
  });

  it('are nowhere but there: not on the command line, in the environment, the log or an answer', async () => {
    const host = await start();
    await host.newUrl();
    const secret = secretOf(host.url);
    const page = await ask(host.url, '/');
    const scripts = [...page.text.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(scripts.length).toBeGreaterThan(0);
    const bodies = await Promise.all(scripts.map((path) => ask(host.url, path)));
    await ask(host.url, '/exchange', { secret: `${secret.slice(1)}A` });
    await ask(host.url, `/${secret}`);
    const seen = [page.text, ...bodies.map(({ text }) => text), host.said()];
    if (process.platform === 'linux')
      seen.push(...['cmdline', 'environ'].map((file) => readFileSync(`/proc/${host.pid}/${file}`, 'utf8')));
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    seen.push(...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')));
    for (const text of seen) expect(text).not.toContain(secret);
    expect((await enter(host.url)).key).toHaveLength(43);
  });
});

describe('what is opened', () => {
  it('the corpus that was asked for, and the last one the next time', async () => {
    const corpus = createCorpus();
    for (const choices of [{ corpus }, {}]) {
      const host = await start(choices);
      const { key } = await enter(host.url);
      expect(await call(host.url, key, 'corpus:status')).toMatchObject({ file: 'test.galley', mode: 'write' });
      expect(await host.kill()).toBe(0);
    }
  });

  it('none where there was none, and none where the last one is gone', async () => {
    const expectNone = async () => {
      const host = await start();
      const { key } = await enter(host.url);
      expect(await call(host.url, key, 'corpus:status')).toBeNull();
      await host.kill();
    };
    await expectNone();
    const corpus = createCorpus();
    await (await start({ corpus })).kill();
    rmSync(corpus);
    await expectNone();
  });

  it('a corpus that is not there ends it, by name', async () => {
    const { status, stderr } = await run('--corpus', join(home, 'none.galley'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('none.galley')]);
  });
});

describe('ports', () => {
  it('the one that is asked for is used', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.kill();
    const second = await start({ port });
    expect(Number(new URL(second.url).port)).toBe(port);
  });

  it('one that is taken is named, and nothing is started', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = await run('--port', String(port));
    taken.close();
    expect([status, stderr]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
  });

  it.each(['0', '65536', 'x', '-1', '80.5'])('%s is none: wrong usage', async (port) => {
    expect((await run(`--port=${port}`)).status).toBe(2);
  });
});

describe('its end', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s closes the corpus and ends well', async (signal) => {
    const corpus = createCorpus();
    const host = await start({ corpus });
    const { key } = await enter(host.url);
    await call(host.url, key, 'settings:set', { name: 'Sara' });
    expect(await host.kill(signal)).toBe(0);
    expect(readdirSync(join(home, 'corpora'))).toEqual(['test.galley']);
  });

  it('after SIGKILL the corpus opens again at once', async () => {
    const corpus = createCorpus();
    const first = await start({ corpus });
    expect(await first.kill('SIGKILL')).toBe('SIGKILL');
    const second = await start({ corpus });
    const { key } = await enter(second.url);
    expect(await call(second.url, key, 'corpus:status')).toMatchObject({ file: 'test.galley' });
  });

  it('a worker that dies ends it, and it says so', async () => {
    const file = join(home, 'break.cjs');
    writeFileSync(
      file,
      `if (!require('node:worker_threads').isMainThread) setTimeout(() => { throw new Error('broken on purpose') }, 1500)`,
    );
    const host = await start({ env: { NODE_OPTIONS: `--require=${file}` } });
    expect(await host.exited).toBe(1);
    expect(host.said()).toContain('the part that keeps the corpus has ended (broken on purpose)');
  });
});
