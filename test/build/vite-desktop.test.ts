import { isBuiltin } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script, createContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { parseAst } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCorpus } from '../../electron/services/create-corpus.ts';
import { checkInUtility } from '../../electron/shell/start-utility.ts';
import { WorkerClient } from '../../electron/worker/worker-client.ts';
import { buildDesktop } from '../../build/build-app.ts';
import { FakeUtilityProcess } from '../electron/shell/fake-utility.ts';

const out = fileURLToPath(new URL('../../out/desktop/', import.meta.url));
const read = (name: string) => readFileSync(join(out, name), 'utf8');
const listImports = (name: string) =>
  [...read(name).matchAll(/^import .*?["']([^"']+)["'];$/gm)].map(([, from]) => from!);

/** What a bundle imports, through the parts that it shares with others. */
const listAllImports = (name: string): string[] =>
  listImports(name).flatMap((from) => (from.startsWith('./') ? listAllImports(from) : [from]));

const waitsAtTopLevel = (node: unknown): boolean => {
  if (Array.isArray(node)) return node.some(waitsAtTopLevel);
  if (typeof node !== 'object' || node === null) return false;
  const { type, await: isForAwait } = node as { type?: string; await?: boolean };
  if (type === 'AwaitExpression' || isForAwait === true) return true;
  return !type?.includes('Function') && Object.values(node).some(waitsAtTopLevel);
};

beforeAll(() => buildDesktop(), 60_000);

describe('the desktop build', () => {
  it('has the four programs side by side, so that each finds the others', () => {
    const names = readdirSync(out);
    expect(names).toEqual(expect.arrayContaining(['main.js', 'preload.cjs', 'worker.js', 'check-corpus.js']));
    expect(names.filter((name) => !/^[\w-]+\.(js|cjs)$/.test(name))).toEqual(['data', 'highs.wasm']);
  });

  it('what solves programmes finds them beside itself', () => {
    expect(read('part-highs.js')).toContain('new URL("highs.wasm", import.meta.url)');
  });

  it('the main process imports Electron and Node alone, and does not load the database', () => {
    const imported = [...new Set(listAllImports('main.js'))].filter((from) => !isBuiltin(from));
    expect(imported).toEqual(['electron']);
  });

  it('the worker and the check import the database and Node alone', () => {
    for (const name of ['worker.js', 'check-corpus.js']) {
      const imported = [...new Set(listAllImports(name))].filter((from) => !isBuiltin(from));
      expect(imported).toEqual(['better-sqlite3']);
    }
  });

  it('the main process never waits at its top level, which would keep the app from becoming ready', () => {
    const parts = ['main.js', ...new Set(listImports('main.js').filter((from) => from.startsWith('./')))];
    expect(parts.filter((name) => waitsAtTopLevel(parseAst(read(name))))).toEqual([]);
  });

  it('preload runs where there is nothing to require but electron, and nothing else of Node', () => {
    const required: string[] = [];
    const exposed: string[] = [];
    const require = (name: string) => {
      required.push(name);
      return { contextBridge: { exposeInMainWorld: (key: string) => exposed.push(key) } };
    };
    new Script(read('preload.cjs')).runInContext(createContext({ require, exports: {}, module: { exports: {} } }));
    expect([required, exposed]).toEqual([['electron'], ['galley']]);
  });

  it('the check looks at a corpus', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-build-'));
    const utility = new FakeUtilityProcess();
    try {
      const path = join(folder, 'war.galley');
      createCorpus(path, 'Ada', {
        now: () => new Date(),
        newUid: () => crypto.randomUUID(),
        door: 'a test',
        version: '0',
      });
      const script = join(out, 'check-corpus.js');
      expect(await checkInUtility(utility, script, { path, how: 'whole', limitMs: 20_000 })).toBeNull();
    } finally {
      utility.killAll();
      rmSync(folder, { recursive: true });
    }
  });

  it('the worker runs as a thread of Node, makes a corpus, finds its gazetteer, and keeps settings', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-build-'));
    const worker = new Worker(join(out, 'worker.js'));
    try {
      const port = {
        send: (message: unknown) => worker.postMessage(message),
        receive: (listener: (message: unknown) => void) => void worker.on('message', listener),
        close: () => void worker.terminate(),
      };
      const folders = { settings: join(folder, 'settings'), documents: folder, home: folder, sample: '' };
      const client = new WorkerClient(port, {
        start: { door: 'a test', version: '1.2.3', person: 'Ada', folders },
        checkCorpus: () => Promise.resolve(null),
        logBug: () => {},
      });
      const status = await client.call('corpus:create', { handle: client.grant(join(folder, 'war.galley')) });
      expect(status).toMatchObject({ file: 'war.galley', mode: 'write', annotator: 'Ada' });
      expect((await client.call('app:about', {})).version).toBe('1.2.3');
      expect(await client.call('settings:set', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
      expect((await client.call('places:find', { query: 'Halab' })).places[0]).toMatchObject({ name: 'Aleppo' });
      await client.close();
    } finally {
      await worker.terminate();
      rmSync(folder, { recursive: true });
    }
  });
});
