import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Browsers do not run as root, so where the tests do, these do not. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'galley-test-home-'));
  for (const name of ['temporary', 'programs']) mkdirSync(join(home, name));
  for (const path of [home, join(home, 'temporary')]) if (isRoot) chownSync(path, NOBODY, NOBODY);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/**
 * Puts a program where Chromium is looked for: it notes how it was started, opens what it was given as a browser does, and
 * keeps the page's stream open until it is ended.
 */
function installBrowser(fails = false): void {
  const path = join(home, 'programs', 'chromium');
  const script = `const { readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { request } = require('node:http');
if (${fails}) process.exit(1);
const file = new URL(process.argv.find((arg) => arg.startsWith('--app=')).slice(6)).pathname;
const url = new URL(/replace\\("(.*?)"\\)/.exec(readFileSync(file, 'utf8'))[1]);
writeFileSync(${JSON.stringify(join(home, 'seen.json'))}, JSON.stringify({
  argv: process.argv, file, url: url.href, mode: statSync(file).mode & 0o777, folderMode: statSync(dirname(file)).mode & 0o777,
}));
const ask = (path, body, more, then) => request({ host: '127.0.0.1', port: url.port, path, method: 'POST', setHost: false,
  headers: { Host: url.host, Origin: url.origin, 'Content-Type': 'application/json', 'Content-Length': body.length, ...more } }, then).end(body);
ask('/exchange', JSON.stringify({ secret: url.hash.slice(8) }), {}, (response) => {
  let text = '';
  response.on('data', (part) => (text += part)).on('end', () => {
    ask('/events', '', { 'galley-key': JSON.parse(text).key }, (events) => {
      events.resume();
      writeFileSync(${JSON.stringify(join(home, 'open'))}, '');
    });
  });
});
`;
  writeFileSync(`${path}.cjs`, script);
  // not by the script's first line: the folder of this Node may have a space in its name
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${path}.cjs" "$@"\n`);
  chmodSync(path, 0o755);
}

/** Runs `npm start` as far as this machine's own programs are left out of it. */
function start(env: Record<string, string>) {
  const given = {
    ...process.env,
    HOME: home,
    GALLEY_CONFIG_FOLDER: join(home, 'settings'),
    TMPDIR: join(home, 'temporary'),
  };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'GALLEY_ANNOTATOR']) delete (given as NodeJS.ProcessEnv)[name];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'build/start.ts')], {
    cwd: home,
    env: { ...given, PATH: join(home, 'programs'), ...env },
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return { child, said };
}

describe.skipIf(process.platform !== 'linux')('npm start without Electron', () => {
  it('opens an app window, whose command line and leavings hold no secret', async () => {
    installBrowser();
    const { child, said } = start({ DISPLAY: ':99' });
    await expect.poll(() => existsSync(join(home, 'open')), { timeout: 30_000 }).toBe(true);
    const seen = JSON.parse(readFileSync(join(home, 'seen.json'), 'utf8')) as {
      argv: string[];
      file: string;
      url: string;
      mode: number;
      folderMode: number;
    };
    expect([seen.mode, seen.folderMode]).toEqual([0o600, 0o700]);
    expect(seen.argv).toContain('--incognito');
    expect(seen.argv.join(' ')).not.toMatch(/secret|localhost|--no-sandbox/);
    await expect.poll(() => existsSync(seen.file)).toBe(false);
    expect(said.err).toMatch(/^Galley: opening a window of chromium, for Electron is not installed.*\n$/);
    expect(said.out).toBe('');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(dirname(seen.file))).toBe(false);
    expect(said.err.split('\n')).toHaveLength(2); // nobody closed the window
  });

  it('gives an address where the browser ends before it opened the window', async () => {
    installBrowser(true);
    const { child, said } = start({ DISPLAY: ':99' });
    await expect.poll(() => said.out, { timeout: 30_000 }).toMatch(/Galley is at http:\/\//);
    expect(said.err).toContain('chromium ended before it opened the window');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    ['there is no display', true, 'there is no display here'],
    ['there is no browser', false, 'neither Electron nor a Chrome, Chromium or Edge is installed'],
  ])('gives an address where %s, and says why', async (_, hasBrowser, why) => {
    if (hasBrowser) installBrowser();
    const { child, said } = start({});
    await expect.poll(() => said.out, { timeout: 30_000 }).toMatch(/Galley is at http:\/\//);
    expect(said.err).toContain(why);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

it('an argument that it does not know is named', async () => {
  const child = spawn(process.execPath, [join(root, 'build/start.ts'), '--corpora', 'x'], { cwd: home });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(child, 'exit')) as [number];
  expect([status, said]).toEqual([1, expect.stringContaining('--corpora')]);
});
