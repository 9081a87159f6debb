import { mkdtempSync, readdirSync, readFileSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCorpus } from '../../electron/services/create-corpus.ts';
import { CALL_CHANNEL, LISTENING_CHANNEL, OFFER_CHANNEL } from '../../electron/shell/channels.ts';
import { FakeElectron } from './shell/fake-electron.ts';

const environment = { now: () => new Date(), newUid: () => crypto.randomUUID(), door: 'a test', version: '0' };
const { argv } = process;
/** A busy machine may be late. */
const patient = { timeout: 20_000 };

let folder: string;
let electron: FakeElectron;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-main-'));
  vi.stubEnv('GALLEY_CONFIG_FOLDER', join(folder, 'settings'));
  electron = new FakeElectron();
});
afterEach(async () => {
  if (electron.app.emit('will-quit', { preventDefault: () => {} })) await electron.exited.promise;
  electron.utilityProcess.killAll();
  process.argv = argv;
  vi.unstubAllEnvs();
  vi.doUnmock('electron');
  rmSync(folder, { recursive: true, force: true });
});

async function evaluateMain(...args: string[]): Promise<void> {
  process.argv = ['electron', '.', ...args];
  vi.resetModules();
  vi.doMock('electron', () => electron.toModule());
  await import('../../electron/main.ts');
}

/** Until the app's start has run, as Electron would run it. */
async function start(...args: string[]): Promise<void> {
  await evaluateMain(...args);
  electron.ready.resolve();
  await vi.waitFor(() => expect(electron.done.at(-1)).toMatch(/^load|^exit/), patient);
}

const createFile = (name: string) => {
  const path = join(folder, name);
  createCorpus(path, 'Ada', environment);
  return path;
};
const getStatus = () => electron.invoke(CALL_CHANNEL, 'corpus:status', {});

describe('before the app is ready', () => {
  it('the scheme, the sandbox and the folder are set, in this order, and no window is made', async () => {
    await evaluateMain();
    expect(electron.done).toEqual([
      `schemes ${JSON.stringify([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])}`,
      'sandbox',
      'name Galley',
      `userData ${join(folder, 'settings', 'desktop')}`,
      'lock',
      'wait for ready',
    ]);
    expect(existsSync(join(folder, 'settings', 'desktop'))).toBe(true);
  });

  it('settings that cannot be written leave the folder where Electron has it', async () => {
    writeFileSync(join(folder, 'settings'), 'a file, not a folder');
    await evaluateMain();
    expect(electron.done.filter((what) => what.startsWith('userData'))).toEqual([]);
    expect(electron.done.at(-1)).toBe('wait for ready');
  });

  it('a second instance hands its corpus to the first and quits', async () => {
    electron.isFirst = false;
    await evaluateMain('--corpus', join(folder, 'war.galley'));
    expect(electron.sentToFirst).toEqual({ corpus: join(folder, 'war.galley') });
    expect(electron.done.slice(-2)).toEqual(['lock', 'quit']);
  });
});

describe('the start', () => {
  it('guards both sessions and every web contents, serves app: to the page alone, and loads it', async () => {
    await start();
    for (const session of Object.values(electron.sessions))
      expect(session.ask('beforeRequest', { url: 'https://example.org/' })).toEqual({ cancel: true });
    expect(electron.served.map(({ session, scheme }) => [session, scheme])).toEqual([['page', 'app']]);
    const [window] = electron.windows;
    expect(window?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, devTools: true });
    expect(window?.options.webPreferences?.preload).toMatch(/preload\.cjs$/);
    expect(window?.options.webPreferences?.session).toBe(electron.sessions.page);
    expect(window?.contents.openHandler).toBeTypeOf('function');
    expect(electron.done).toContain('partition galley');
    expect(electron.done.at(-1)).toBe('load app://galley/index.html');
    expect([...electron.invocable.keys()]).toHaveLength(3);
  });

  it('a call of the page is answered by the worker', async () => {
    await start();
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await electron.invoke(CALL_CHANNEL, 'app:about', {})).toMatchObject({ ok: true, value: { version } });
    expect(await electron.invoke(CALL_CHANNEL, 'door:about', {})).toEqual({ ok: true, value: { kind: 'desktop' } });
  });

  it('a dropped corpus can be opened by the handle that the page gets', async () => {
    await start();
    const offered = (await electron.invoke(OFFER_CHANNEL, createFile('dropped.galley'))) as {
      value: { handle: string };
    };
    const { handle } = offered.value;
    expect(await electron.invoke(CALL_CHANNEL, 'corpus:open', { handle })).toMatchObject({
      ok: true,
      value: { file: 'dropped.galley', mode: 'write' },
    });
  });

  it('what is chosen in the menu reaches the page that listens', async () => {
    await start();
    await electron.invoke(LISTENING_CHANNEL);
    const file = electron.menus[0]!.find(({ label }) => label === 'File')!;
    const items = file.submenu as Electron.MenuItemConstructorOptions[];
    (items.find(({ id }) => id === 'import')!.click as () => void)();
    expect(electron.windows[0]!.contents.sent).toEqual([{ type: 'command', name: 'import' }]);
  });

  it('that fails is said in a box, and the app exits', async () => {
    electron.sessions.page.protocol.handle = () => {
      throw new Error('no protocol');
    };
    await start();
    expect(electron.done.slice(-2)).toEqual([
      expect.stringContaining('error box: Galley could not start (no protocol)'),
      'exit 1',
    ]);
  });
});

describe('a corpus that is named', () => {
  it('on the command line is open before the first call of the page is answered', async () => {
    await start('--corpus', createFile('war.galley'));
    expect(await getStatus()).toMatchObject({ value: { file: 'war.galley' } });
  });

  it('by the system before the app is ready is opened', async () => {
    await evaluateMain();
    let prevented = 0;
    electron.app.emit('open-file', { preventDefault: () => (prevented += 1) }, createFile('war.galley'));
    electron.ready.resolve();
    await vi.waitFor(() => expect(electron.windows).toHaveLength(1), patient);
    expect(prevented).toBe(1);
    expect(await getStatus()).toMatchObject({ value: { file: 'war.galley' } });
  });

  it('by a second instance or the system later is opened in its place, and the window comes to the front', async () => {
    await start('--corpus', createFile('first.galley'));
    await getStatus();
    electron.app.emit('second-instance', {}, ['reordered'], '/', { corpus: createFile('second.galley') });
    await vi.waitFor(
      async () => expect(await getStatus()).toMatchObject({ value: { file: 'second.galley' } }),
      patient,
    );
    expect(electron.done).toContain('focus');
    electron.app.emit('open-file', { preventDefault: () => {} }, createFile('third.galley'));
    await vi.waitFor(async () => expect(await getStatus()).toMatchObject({ value: { file: 'third.galley' } }), patient);
  });

  it('by a second instance without one changes nothing', async () => {
    await start();
    electron.app.emit('second-instance', {}, ['--corpus', '/x.galley'], '/', null);
    expect(await getStatus()).toEqual({ ok: true, value: null });
    expect(electron.done).toContain('focus');
  });
});

describe('the end', () => {
  it('closes the corpus before the app exits: one file is left', async () => {
    await start('--corpus', createFile('war.galley'));
    await getStatus();
    let held = 0;
    electron.app.emit('will-quit', { preventDefault: () => (held += 1) });
    expect(held).toBe(1);
    expect(electron.done).not.toContain('exit 0');
    await electron.exited.promise;
    expect(electron.done.at(-1)).toBe('exit 0');
    expect(readdirSync(folder).filter((name) => name.startsWith('war'))).toEqual(['war.galley']);
  });

  it('comes when the window is closed', async () => {
    await start();
    electron.app.emit('window-all-closed');
    expect(electron.done.at(-1)).toBe('quit');
  });
});
